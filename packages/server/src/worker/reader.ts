import type { PageReader, Read, Readings } from '../ports/index.ts';
import { type Attempt, type Found, startThread, type Task, type Thread } from './thread.ts';

export interface PageReaderOptions {
  /** Threads at most, 2 unless told. The first is started with the first page, another when pages wait for long. */
  readonly threads?: number;
  /** What a thread runs; another one only in tests. */
  readonly entry?: URL;
  /** Milliseconds that a page waits before another thread is started for it, 150 unless told. */
  readonly patience?: number;
  /** Milliseconds for one page, 1,000 unless told. */
  readonly deadline?: number;
}

type Outcome = Read<Found>;

interface Waiting {
  readonly task: Task;
  readonly since: number;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

const MEMORY_MIB = 64;
const MAX_FAILED_STARTS = 3;
/**
 * A start takes a processor for more than a tenth of a second: when fifty hosts answer at once, one warm thread has read
 * their pages before a second one is there.
 */
const PATIENCE_MS = 150;
/** From the sources Node strips the types, in `dist` they are gone. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './entry.ts' : './entry.js', import.meta.url);

function poison(reason: string): Outcome {
  return { ok: false, kind: 'poison', reason };
}

/**
 * A reader whose pages cannot hurt: a page that spins is killed a second after its own beginning, one that crashes or
 * eats its thread takes nothing else along, and the next page gets a fresh thread. Pages are begun in the order they
 * came, by two threads: pages of 0.9 s each, which nothing forbids, then hold up the others half as long.
 *
 * A general pool would not do: the time limit of piscina's counts the waiting too, and the page that merely sits in a
 * thread when it crashes is not told from the page that crashed it.
 */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { threads: size = 2, entry = ENTRY, deadline = 1_000, patience = PATIENCE_MS } = options;
  const waiting: Waiting[] = [];
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  let closed = false;
  let growth: NodeJS.Timeout | undefined;

  function takeThread(waited = patience): Thread | undefined {
    const warm = idle.pop();
    if (warm !== undefined || threads.size >= size) return warm;
    if (threads.size > 0 && waited < patience) {
      growth ??= setTimeout(grow, patience - waited).unref();
      return undefined;
    }
    const thread = startThread({ entry, deadline, memoryMiB: MEMORY_MIB });
    threads.add(thread);
    return thread;
  }

  /** Tries a page; a crash in a thread that had read other pages before may be their doing, so it is tried afresh. */
  async function attempt(task: Task, thread: Thread, failedStarts = 0): Promise<Attempt> {
    const blameless = thread.pagesRead() > 0;
    const result = await thread.read(task);
    if (result.outcome === 'read') {
      idle.push(thread);
      return result;
    }
    threads.delete(thread);
    const again =
      result.outcome === 'never-started'
        ? failedStarts + 1 < MAX_FAILED_STARTS
        : result.outcome === 'crashed' && blameless;
    const fresh = again && !closed ? takeThread() : undefined;
    return fresh === undefined
      ? result
      : attempt(task, fresh, result.outcome === 'never-started' ? failedStarts + 1 : 0);
  }

  async function serve({ task, resolve, reject }: Waiting, thread: Thread): Promise<void> {
    const result = await attempt(task, thread);
    if (result.outcome === 'read') resolve({ ok: true, reading: result.reading });
    else if (closed) reject(new Error('The page reader was closed while it read this page.'));
    else if (result.outcome === 'late') resolve(poison(`Reading the page took more than ${deadline} ms.`));
    else if (result.outcome === 'crashed') resolve(poison(`Reading the page crashed the reader: ${result.reason}.`));
    else reject(new Error(`The thread that reads pages did not start: ${result.reason}.`));
    next();
  }

  function next(): void {
    for (let [first] = waiting; first !== undefined; [first] = waiting) {
      const thread = takeThread(performance.now() - first.since);
      if (thread === undefined) return;
      waiting.shift();
      void serve(first, thread);
    }
  }

  function grow(): void {
    growth = undefined;
    next();
  }

  return {
    read: <What extends keyof Readings>(what: What, given: Readings[What]['given']) =>
      new Promise<Read<Readings[What]['found']>>((resolve, reject) => {
        if (closed) {
          reject(new Error('The page reader is closed.'));
          return;
        }
        // The thread answers what it was asked: that the two belong together is lost on the way through it.
        waiting.push({
          task: { what, given } as Task,
          since: performance.now(),
          resolve: resolve as Waiting['resolve'],
          reject,
        });
        next();
      }),
    async close() {
      closed = true;
      clearTimeout(growth);
      for (const { reject } of waiting.splice(0)) reject(new Error('The page reader is closed.'));
      await Promise.all([...threads].map((thread) => thread.end()));
      threads.clear();
    },
  };
}
