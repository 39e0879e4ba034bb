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
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The way in: mentions are committed, with full sync, on a thread that does nothing else. While the disk takes its time
 * the event loop reads the next requests, and what arrives meanwhile shares the next commit. On one thread a sync of
 * 0.3 ms and the writing of pages stopped all other work for half of the time. Each mention is handed over at once, and
 * the thread cuts the batches: cut here, between two rounds of the event loop, they left the thread idle for a third of
 * the time. The thread starts with the first mention.
 * @param path of the database, which has its schema
 */
export function createIntake(path: string): Intake {
  /** Handed over and not answered, in their order. */
  const waiting: Call[] = [];
  let thread: Worker | undefined;
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
    for (const [index, call] of waiting.splice(0, results.length).entries()) settle(call, results[index]);
    rest();
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
    accept: (mention) =>
      new Promise((resolve, reject) => {
        if (closing) return reject(new HearbackError('storage', `${path} is closed; open the store again.`));
        thread ??= start();
        // What waits for its commit keeps the process alive: it may be on disk, and its sender waits.
        if (waiting.length === 0) thread.ref();
        waiting.push({ resolve, reject });
        thread.postMessage({ mention } satisfies IntakeRequest);
      }),
    close() {
      return new Promise((resolve) => {
        closing = { done: resolve };
        rest();
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
