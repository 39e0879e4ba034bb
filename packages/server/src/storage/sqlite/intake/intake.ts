import { Worker } from 'node:worker_threads';
import { HearbackError } from '../../../errors.ts';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import type { IntakeReply, IntakeRequest, IntakeResult } from './messages.ts';

export interface Intake {
  /** See `Mentions.accept`. */
  accept(mention: NewMention): Promise<Accepted>;
  /** Resolves when everything that was handed over is decided and the thread is gone. */
  close(): Promise<void>;
}

interface Call {
  readonly mention: NewMention;
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (reason: unknown) => void;
}

/** Longer batches would make their first mention wait, and hold the write lock from the rest of the house. */
const MOST = 256;

/**
 * The way in: mentions are committed, with full sync, on a thread that does nothing else. While the disk takes its time
 * the event loop reads the next requests, and what arrives meanwhile shares the next commit. On one thread a sync of
 * 0.3 ms and the writing of pages stopped all other work for half of the time. The thread starts with the first mention.
 * @param path of the database, which has its schema
 */
export function createIntake(path: string): Intake {
  const arrived: Call[] = [];
  let sent: Call[] = [];
  let thread: Worker | undefined;
  let planned = false;
  let closing: { readonly done: () => void } | undefined;

  function start(): Worker {
    const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
    const started = new Worker(new URL(`./thread${ending}`, import.meta.url), { workerData: { path } });
    started.on('message', answer);
    started.on('error', (error) => fail(started, error));
    started.on('exit', () => fail(started, new Error('it ended')));
    started.unref();
    return started;
  }

  function answer({ results }: IntakeReply): void {
    const calls = sent;
    sent = [];
    for (const [index, call] of calls.entries()) settle(call, results[index]);
    next();
  }

  /** The thread died: what it held is not acknowledged, and the sender comes again. */
  function fail(ended: Worker, error: unknown): void {
    if (ended !== thread) return;
    thread = undefined;
    const reason = new HearbackError(
      'storage',
      `${path}: the writer stopped; nothing of this was confirmed, try again.`,
      { cause: error },
    );
    for (const { reject } of sent.splice(0)) reject(reason);
    next();
  }

  function next(): void {
    if (sent.length > 0) return;
    if (arrived.length > 0) send();
    else if (closing) end(closing.done);
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

  function send(): void {
    thread ??= start();
    sent = arrived.splice(0, MOST);
    // A batch in flight keeps the process alive: it may be on disk, and its sender waits.
    thread.ref();
    thread.postMessage({ batch: sent.map(({ mention }) => mention) } satisfies IntakeRequest);
  }

  return {
    accept: (mention) =>
      new Promise((resolve, reject) => {
        if (closing) return reject(new HearbackError('storage', `${path} is closed; open the store again.`));
        arrived.push({ mention, resolve, reject });
        if (planned) return;
        planned = true;
        // In the check phase all that arrived in this round of the event loop is there, and goes together.
        setImmediate(() => {
          planned = false;
          next();
        });
      }),
    close() {
      return new Promise((resolve) => {
        closing = { done: resolve };
        next();
      });
    },
  };
}

function settle({ resolve, reject }: Call, result: IntakeResult | undefined): void {
  if (result?.ok) resolve(result.accepted);
  else
    reject(
      result?.forPeople ? new HearbackError('storage', result.message) : new Error(result?.message ?? 'no answer'),
    );
}
