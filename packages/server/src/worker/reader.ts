import type { PageInput } from '@hearback/protocol';
import type { PageReader } from '../ports/pages.ts';
import { type Attempt, startThread, type Thread } from './thread.ts';

export interface PageReaderOptions {
  /** Threads, 1 unless told. */
  readonly threads?: number;
  /** What a thread runs; another one only in tests. */
  readonly entry?: URL;
  /** Milliseconds for one page, 1,000 unless told. */
  readonly deadline?: number;
}

type Outcome = Awaited<ReturnType<PageReader['read']>>;

interface Waiting {
  readonly page: PageInput;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

const MEMORY_MIB = 64;
const MAX_FAILED_STARTS = 3;
/** From the sources Node strips the types, in `dist` they are gone. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './entry.ts' : './entry.js', import.meta.url);

function poison(reason: string): Outcome {
  return { ok: false, kind: 'poison', reason };
}

/**
 * A reader whose pages cannot hurt: a page that spins is killed a second after its own beginning, one that crashes or
 * eats its thread takes nothing else along, and the next page gets a fresh thread. Pages are read in the order they
 * came.
 *
 * A general pool would not do: the time limit of piscina's counts the waiting too, and the page that merely sits in a
 * thread when it crashes is not told from the page that crashed it.
 */
export function createPageReader(options: PageReaderOptions = {}): PageReader {
  const { threads: size = 1, entry = ENTRY, deadline = 1_000 } = options;
  const waiting: Waiting[] = [];
  const threads = new Set<Thread>();
  const idle: Thread[] = [];
  let closed = false;

  function takeThread(): Thread | undefined {
    const warm = idle.pop();
    if (warm !== undefined || threads.size >= size) return warm;
    const thread = startThread({ entry, deadline, memoryMiB: MEMORY_MIB });
    threads.add(thread);
    return thread;
  }

  /** Tries a page; a crash in a thread that had read other pages before may be their doing, so it is tried afresh. */
  async function attempt(page: PageInput, thread: Thread, failedStarts = 0): Promise<Attempt> {
    const blameless = thread.pagesRead() > 0;
    const result = await thread.read(page);
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
      : attempt(page, fresh, result.outcome === 'never-started' ? failedStarts + 1 : 0);
  }

  async function serve({ page, resolve, reject }: Waiting, thread: Thread): Promise<void> {
    const result = await attempt(page, thread);
    if (result.outcome === 'read') resolve({ ok: true, reading: result.reading });
    else if (closed) reject(new Error('The page reader was closed while it read this page.'));
    else if (result.outcome === 'late') resolve(poison(`Reading the page took more than ${deadline} ms.`));
    else if (result.outcome === 'crashed') resolve(poison(`Reading the page crashed the reader: ${result.reason}.`));
    else reject(new Error(`The thread that reads pages did not start: ${result.reason}.`));
    next();
  }

  function next(): void {
    while (waiting.length > 0) {
      const thread = takeThread();
      const first = thread === undefined ? undefined : waiting.shift();
      if (thread === undefined || first === undefined) return;
      void serve(first, thread);
    }
  }

  return {
    read: (page) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('The page reader is closed.'));
          return;
        }
        waiting.push({ page, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new Error('The page reader is closed.'));
      await Promise.all([...threads].map((thread) => thread.end()));
      threads.clear();
    },
  };
}
