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
  /**
   * Milliseconds of the processor that one page may take, counted from when the thread begins with it; by the clock where
   * Node cannot tell what a thread used (before 24.6), and three times as many by the clock at most.
   */
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

/** Bytes: to hand over what is smaller takes longer than to copy it. */
const WORTH_MOVING = 64 * 1024;

/**
 * The body in a buffer of its own, to be transferred. Cloning a view would copy all of the pool that it is cut from,
 * and transferring the caller's would take the page from under a second attempt.
 */
function withOwnBody({ what, given }: Task) {
  return { what, given: { ...given, body: new Uint8Array(given.body) } };
}

/** Milliseconds of the processor that a thread has used; `undefined` where Node cannot tell. */
async function usedBy(worker: Worker): Promise<number | undefined> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1_000;
  } catch {
    return undefined;
  }
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
    const usedBefore = usedBy(worker);
    // The event loop itself may have been held up: an answer that lies there already is read before anything is killed.
    const check = (wait: number, checks: number) => {
      timer = setTimeout(() => setImmediate(() => void consider(begun, checks)), wait);
    };
    // On a busy machine an honest page takes seconds by the clock; one that spins has used them.
    const consider = async (judged: typeof begun, checks: number): Promise<void> => {
      if (job !== judged) return;
      const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), deadline).unref());
      const used = await Promise.race([Promise.all([usedBefore, usedBy(worker)]), late]);
      if (job !== judged) return;
      const [before, now] = used ?? [];
      const left = before === undefined || now === undefined ? 0 : deadline - (now - before);
      if (left <= 0 || checks === 0) kill();
      else check(Math.min(left, deadline), checks - 1);
    };
    check(deadline, 2);
    const { buffer } = task.given.body;
    worker.postMessage(task, buffer.byteLength < WORTH_MOVING ? [] : [buffer]);
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
