import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { isHearbackError, messageOf } from '../../../errors.ts';
import type { NewMention } from '../../../ports/index.ts';
import { connectWriter } from '../connect.ts';
import { explain, isDiskFailure } from '../failure.ts';
import { createStatements } from '../statements.ts';
import type { IntakeReply, IntakeRequest, IntakeResult } from './messages.ts';
import { createBatchWriter } from './write-batch.ts';

/** Longer batches would make their first mention wait, and hold the write lock from the rest of the house. */
const MOST = 256;

const { path } = workerData as { readonly path: string };
const database = connectWriter(path);
// Nobody else runs on this thread, so it may sit and wait for the lock.
database.exec('PRAGMA busy_timeout = 5000');
const writeBatch = createBatchWriter(createStatements(database));
let broken: IntakeResult | undefined;

function commit(mentions: readonly NewMention[]): IntakeResult[] {
  if (broken) return mentions.map(() => broken as IntakeResult);
  try {
    database.exec('BEGIN IMMEDIATE');
    const accepted = writeBatch(mentions);
    database.exec('COMMIT');
    return accepted.map((one) => ({ ok: true, accepted: one }));
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    // One bad row must not turn its neighbours away: each is tried for itself.
    if (mentions.length > 1 && !isHearbackError(explain(error, path)))
      return mentions.flatMap((mention) => commit([mention]));
    return mentions.map(() => failed(error));
  }
}

function failed(error: unknown): IntakeResult {
  const reason = explain(error, path);
  const result = { ok: false, forPeople: isHearbackError(reason), message: messageOf(reason) } as const;
  // After a failed sync the kernel may have dropped pages: nothing is confirmed any more until a restart has recovered.
  if (isDiskFailure(error)) broken = result;
  return result;
}

/** The first request, and all that came while the last batch was being written. */
function batchFrom(first: IntakeRequest): { readonly mentions: readonly NewMention[]; readonly close: boolean } {
  const mentions: NewMention[] = [];
  let request: IntakeRequest | undefined = first;
  while (request && 'mention' in request) {
    mentions.push(request.mention);
    request = mentions.length < MOST && parentPort ? receiveMessageOnPort(parentPort)?.message : undefined;
  }
  return { mentions, close: request !== undefined };
}

parentPort?.on('message', (request: IntakeRequest) => {
  const { mentions, close } = batchFrom(request);
  if (mentions.length > 0) parentPort?.postMessage({ results: commit(mentions) } satisfies IntakeReply);
  if (!close) return;
  database.close();
  parentPort?.close();
});
