import { Worker } from 'node:worker_threads';
import { messageOf } from '../errors.ts';
import type { Readings } from '../ports/index.ts';

/** What a thread is told to do. */
export type Task = {
  readonly [What in keyof Readings]: { readonly what: What; readonly given: Readings[What]['given'] };
}[keyof Readings];

/** What came of it; which kind it is, only whoever set the task knows. */
export type Found = Readings[keyof Readings]['found'];

/** How one attempt at one page ended. After anything but `read` the thread is gone. */
export type Attempt =
  | { readonly outcome: 'read'; readonly reading: Found }
  | { readonly outcome: 'late' }
  | { readonly outcome: 'crashed'; readonly reason: string }
  /** It ended before the page was handed to it. */
  | { readonly outcome: 'never-started'; readonly reason: string };

export interface ThreadOptions {
  readonly entry: URL;
  /** Old space in MiB, beyond which V8 ends the thread. */
  readonly memoryMiB: number;
  /** Milliseconds that one page may take, counted from when the thread begins with it. */
  readonly deadline: number;
}

/** A thread that reads one page at a time, started with the first and kept warm. */
export interface Thread {
  /** Never rejects. To be called again only after it has resolved with `read`. */
  read(task: Task): Promise<Attempt>;
  /** How many pages it has read. */
  pagesRead(): number;
  /** Ends the thread, in the middle of a page if need be. */
  end(): Promise<void>;
}

/**
 * The body in a buffer of its own, to be transferred. Cloning a view would copy all of the pool that it is cut from,
 * and transferring the caller's would take the page from under a second attempt.
 */
function withOwnBody({ what, given }: Task) {
  return { what, given: { ...given, body: new Uint8Array(given.body) } };
}

export function startThread({ entry, memoryMiB, deadline }: ThreadOptions): Thread {
  const worker = new Worker(entry, {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB, maxYoungGenerationSizeMb: 16 },
  });
  let ready = false;
  let over = false;
  let read = 0;
  let reason = 'its thread ended';
  let job: { readonly task: Task; readonly settle: (attempt: Attempt) => void } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const ended = Promise.withResolvers<void>();

  function settle(attempt: Attempt): void {
    clearTimeout(timer);
    const settled = job;
    job = undefined;
    // A thread with nothing to do must not keep a finished command from exiting.
    worker.unref();
    settled?.settle(attempt);
  }

  function begin(): void {
    if (job === undefined) return;
    const task = withOwnBody(job.task);
    const begun = job;
    // The event loop itself may have been held up: an answer that lies there already is read before anything is killed.
    timer = setTimeout(() => setImmediate(() => job === begun && kill()), deadline);
    worker.postMessage(task, [task.given.body.buffer]);
  }

  function kill(): void {
    settle({ outcome: 'late' });
    void worker.terminate();
  }

  worker.on('message', (message: 'ready' | Found) => {
    if (message === 'ready') {
      ready = true;
      begin();
      return;
    }
    read += 1;
    settle({ outcome: 'read', reading: message });
  });
  worker.on('error', (error: unknown) => {
    reason = messageOf(error);
  });
  worker.on('exit', () => {
    over = true;
    settle(ready ? { outcome: 'crashed', reason } : { outcome: 'never-started', reason });
    ended.resolve();
  });

  return {
    read: (task) =>
      new Promise((resolve) => {
        if (over) {
          resolve({ outcome: 'never-started', reason });
          return;
        }
        job = { task, settle: resolve };
        worker.ref();
        if (ready) begin();
      }),
    pagesRead: () => read,
    async end() {
      await worker.terminate();
      await ended.promise;
    },
  };
}
