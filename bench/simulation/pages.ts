import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { TARGET } from '../lib/page.ts';

/** What was asked of the pages, by the clock, and what the main thread had got of the processor by then. */
export interface Asked extends Got {
  readonly at: number;
  answeredAt: number;
}

interface Got {
  readonly ranMs: number;
  /** It could have run, and others did. */
  readonly stoodMs: number;
}

export interface Slow {
  readonly delayMs: number;
  /** Those of the line whose answers wait, in the order of their coming: from one to before another. */
  readonly stretches: readonly (readonly [begin: number, end: number])[];
}

export interface Pages {
  readonly port: number;
  /** In the order of their coming. */
  asked(): Promise<readonly Asked[]>;
  stop(): Promise<void>;
}

/** In a thread of its own: a server that stands still for a moment, while its disk syncs, would keep its own pages from answering. */
export async function servePages(slow: Slow): Promise<Pages> {
  const thread = new Worker(new URL(import.meta.url), { workerData: slow });
  const [port] = (await once(thread, 'message')) as [number];
  return {
    port,
    async asked() {
      const reply = once(thread, 'message');
      thread.postMessage('asked');
      return ((await reply) as [Asked[]])[0];
    },
    async stop() {
      await thread.terminate();
    },
  };
}

function serve({ delayMs, stretches }: Slow): void {
  const page = `<!doctype html><title>A page</title><p>${'Some words. '.repeat(100)}<a href="${TARGET}">a link</a>`;
  const asked: Asked[] = [];
  const isSlow = (n: number) => stretches.some(([begin, end]) => n >= begin && n < end);
  const server = createServer((_, response) => {
    const at = performance.now();
    const one = { at, answeredAt: at, ...gotSoFar() };
    asked.push(one);
    const answer = () => {
      one.answeredAt = performance.now();
      response.setHeader('content-type', 'text/html').end(page);
    };
    if (isSlow(asked.length - 1)) setTimeout(answer, delayMs);
    else answer();
  });
  server.listen(0, '0.0.0.0', () => parentPort?.postMessage((server.address() as AddressInfo).port));
  parentPort?.on('message', () => parentPort?.postMessage(asked));
}

/** The kernel of Linux counts both in nanoseconds; elsewhere nobody knows how long a thread stood. */
function gotSoFar(): Got {
  try {
    const [ran, stood] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return { ranMs: Number(ran) / 1e6, stoodMs: Number(stood) / 1e6 };
  } catch {
    return { ranMs: performance.now(), stoodMs: 0 };
  }
}

if (!isMainThread && workerData) serve(workerData as Slow);
