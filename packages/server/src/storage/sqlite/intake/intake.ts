import { Worker } from 'node:worker_threads';
import { HearbackError } from '../../../errors.ts';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import { createRightOfWay, type RightOfWay } from '../right-of-way.ts';
import {
  type IntakeReply,
  type IntakeRequest,
  type IntakeResult,
  type IntakeSettings,
  type PackedMention,
  packMention,
  unpackAccepted,
} from './messages.ts';

export interface Intake {
  /** See `Mentions.accept`. */
  accept(mention: NewMention): Promise<Accepted>;
  /** Rejects when nothing could be accepted now, with the reason. */
  check(): Promise<void>;
  /** Nothing is confirmed any more: everything rejects with the reason, also what the thread may still write. */
  breakOff(reason: HearbackError): void;
  /** Resolves when everything that was handed over is decided and the thread is gone. */
  close(): Promise<void>;
}

export interface IntakeOptions {
  readonly lockWaitMs?: number;
  /** Shared with the commit group of the same file; without it this is the only writer of its process. */
  readonly rightOfWay?: RightOfWay;
  /** Hears once of a disk that failed: from then on everything rejects. */
  readonly onBroken?: (reason: HearbackError) => void;
}

interface Call {
  readonly resolve: (accepted: Accepted | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** In a busy round the thread writes the first mentions while the last ones are read. */
const MOST_AT_ONCE = 16;

/**
 * The way in: mentions are committed, with full sync, on a thread that does nothing else. While the disk takes its time
 * the event loop reads the next requests, and what arrives meanwhile shares the next commit. On one thread a sync of
 * 0.3 ms and the writing of pages stopped all other work for half of the time. What one round of the event loop brought
 * is handed over together, and the thread adds what came while it was writing. The thread starts with the first mention.
 *
 * A log of arrivals, synced before the reply and folded into the tables by the hundred, was tried as a file of its own and
 * as a table without indexes. Its folds alone took 18 µs of processor time a mention, in all it was 26 to 34 µs, and for
 * the 7 ms of a fold nobody was answered; written straight into the tables it is 35 µs in batches of 16, without a second
 * place where accepted mentions are, which every reader, backup and restart would have to know.
 * @param path of the database, which has its schema
 */
export function createIntake(
  path: string,
  { onBroken = () => {}, lockWaitMs = 5_000, rightOfWay = createRightOfWay() }: IntakeOptions = {},
): Intake {
  /** Handed over and not answered, in their order. */
  const waiting: Call[] = [];
  /** Those of them that this round of the event loop brought: they go over together. */
  let round: PackedMention[] = [];
  let thread: Worker | undefined;
  let closing: { readonly done: () => void } | undefined;
  let broken: HearbackError | undefined;

  function start(): Worker {
    const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
    const started = new Worker(new URL(`./thread${ending}`, import.meta.url), {
      workerData: { path, lockWaitMs, cells: rightOfWay.cells } satisfies IntakeSettings,
    });
    started.on('message', answer);
    started.on('error', (error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('it ended')));
    started.unref();
    return started;
  }

  function answer({ results }: IntakeReply): void {
    for (const [index, call] of waiting.splice(0, results.length).entries()) settle(call, results[index]);
    rest();
  }

  function settle({ resolve, reject }: Call, result: IntakeResult | undefined): void {
    const reason = result?.ok ? undefined : reasonOf(result);
    if (result?.ok === false && result.broken && broken === undefined && reason instanceof HearbackError) {
      broken = reason;
      onBroken(reason);
    }
    if (broken ?? reason) reject(broken ?? reason);
    else if (result?.ok) resolve(result.accepted && unpackAccepted(result.accepted));
  }

  /** What is answered in its turn; `handOver` gives it to the thread. */
  function ask(handOver: (to: Worker) => void): Promise<Accepted | undefined> {
    return new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      if (closing) return reject(new HearbackError('storage', `${path} is closed; open the store again.`));
      thread ??= start();
      // What waits for its commit keeps the process alive: it may be on disk, and its sender waits.
      if (waiting.length === 0) thread.ref();
      waiting.push({ resolve, reject });
      handOver(thread);
    });
  }

  function addToRound(mention: NewMention): void {
    if (round.length === 0) setImmediate(endRound);
    round.push(packMention(mention));
    if (round.length === MOST_AT_ONCE) endRound();
  }

  function endRound(): void {
    if (round.length > 0) thread?.postMessage({ mentions: round } satisfies IntakeRequest);
    round = [];
  }

  /** The thread died: what it held is not acknowledged, and the sender comes again. */
  function fail(ended: Worker, error: unknown): void {
    if (ended !== thread) return;
    thread = undefined;
    rightOfWay.forget();
    round = [];
    const reason = new HearbackError(
      'storage',
      `${path}: the writer stopped; nothing of this was confirmed, try again.`,
      { cause: error },
    );
    for (const { reject } of waiting.splice(0)) reject(reason);
    rest();
  }

  function rest(): void {
    if (waiting.length > 0) return;
    if (closing) end(closing.done);
    else thread?.unref();
  }

  function end(done: () => void): void {
    const ended = thread;
    thread = undefined;
    if (!ended) {
      done();
      return;
    }
    ended.once('exit', done);
    ended.ref();
    ended.postMessage({ close: true } satisfies IntakeRequest);
  }

  return {
    accept: (mention) => ask(() => addToRound(mention)) as Promise<Accepted>,
    async check() {
      await ask((to) => {
        endRound();
        to.postMessage({ check: true } satisfies IntakeRequest);
      });
    },
    breakOff(reason) {
      broken ??= reason;
    },
    close() {
      return new Promise((resolve) => {
        closing = { done: resolve };
        rest();
      });
    },
  };
}

function reasonOf(result: Extract<IntakeResult, { ok: false }> | undefined): Error {
  return result?.forPeople ? new HearbackError('storage', result.message) : new Error(result?.message ?? 'no answer');
}
