import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { isHearbackError, messageOf } from '../../../errors.ts';
import type { NewMention } from '../../../ports/index.ts';
import { connectWriter } from '../connect.ts';
import { explain, isBusy, isDiskFailure } from '../failure.ts';
import { inTurn } from '../right-of-way.ts';
import { createStatements } from '../statements.ts';
import {
  type IntakeReply,
  type IntakeRequest,
  type IntakeResult,
  type IntakeSettings,
  packAccepted,
  unpackMention,
} from './messages.ts';
import { createBatchWriter } from './write-batch.ts';

/** Longer batches would make their first mention wait, and hold the write lock from the rest of the house. */
const MOST = 256;

const { path, lockWaitMs, cells } = workerData as IntakeSettings;
const database = connectWriter(path);
// Nobody else runs on this thread, so it may sit and wait for the lock.
database.exec(`PRAGMA busy_timeout = ${lockWaitMs}`);
const writeBatch = createBatchWriter(createStatements(database));
let broken: IntakeResult | undefined;
/** Why the batch before could not have the write lock. */
let lockedOut: IntakeResult | undefined;

function commit(mentions: readonly NewMention[]): IntakeResult[] {
  if (broken) return mentions.map(() => broken as IntakeResult);
  try {
    const accepted = inTurn(cells, () => {
      database.exec('BEGIN IMMEDIATE');
      const written = writeBatch(mentions);
      database.exec('COMMIT');
      return written;
    });
    return accepted.map((one) => ({ ok: true, accepted: packAccepted(one) }));
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    // One bad row must not turn its neighbours away: each is tried for itself.
    if (mentions.length > 1 && !isHearbackError(explain(error, path)))
      return mentions.flatMap((mention) => commit([mention]));
    return mentions.map(() => failed(error));
  }
}

function check(): IntakeResult {
  if (broken) return broken;
  try {
    inTurn(cells, () => database.exec('BEGIN IMMEDIATE; COMMIT'));
    return { ok: true };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): IntakeResult {
  const reason = explain(error, path);
  const forPeople = isHearbackError(reason);
  const result = { ok: false, forPeople, broken: isDiskFailure(error), message: messageOf(reason) } as const;
  // After a failed sync the kernel may have dropped pages: nothing is confirmed any more until a restart has recovered.
  if (result.broken) broken = result;
  if (isBusy(error)) lockedOut = result;
  return result;
}

const next = (): IntakeRequest | undefined => (parentPort ? receiveMessageOnPort(parentPort)?.message : undefined);

/** The first request, and all that came while the last batch was being written; then what is no mention, if anything. */
function batchFrom(first: IntakeRequest): [mentions: NewMention[], other: IntakeRequest | undefined] {
  const mentions: NewMention[] = [];
  let request: IntakeRequest | undefined = first;
  while (request && 'mentions' in request) {
    mentions.push(...request.mentions.map(unpackMention));
    request = mentions.length < MOST ? next() : undefined;
  }
  return [mentions, request];
}

function answer(results: readonly IntakeResult[]): void {
  if (results.length > 0) parentPort?.postMessage({ results } satisfies IntakeReply);
}

function close(): void {
  database.close();
  parentPort?.close();
}

/** Whoever came while this thread waited for the lock waited as long: no pile of waits of five seconds each. */
function turnAwayTheQueue(reason: IntakeResult): void {
  for (let request = next(); request; request = next()) {
    if ('close' in request) close();
    else answer('mentions' in request ? request.mentions.map(() => reason) : [reason]);
  }
}

parentPort?.on('message', (request: IntakeRequest) => {
  const [mentions, other] = batchFrom(request);
  lockedOut = undefined;
  // An empty transaction would be a wait for the lock and nothing else.
  if (mentions.length > 0) answer(commit(mentions));
  if (other && 'check' in other) answer([lockedOut ?? check()]);
  if (other && 'close' in other) close();
  else if (lockedOut) turnAwayTheQueue(lockedOut);
});
