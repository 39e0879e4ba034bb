import { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import workerThreads, { Worker, type WorkerOptions } from 'node:worker_threads';

// What is imported starts the threads of Hearback from the one file that was made of each: of the sources by `setup.ts`,
// of what is built by the build, for the command. Loading their modules one by one took most of their time.
const SOURCES = fileURLToPath(new URL('../../../packages/server/src/', import.meta.url));
const BUILT = fileURLToPath(new URL('../../../packages/server/dist/', import.meta.url));

/** The one file of a thread, or the thread itself where there is none. */
function bundleOf(thread: string | URL): string | URL {
  const path = thread instanceof URL && thread.protocol === 'file:' ? fileURLToPath(thread) : '';
  const folder = process.env.HEARBACK_TEST_THREADS ?? '';
  const bundle = path.startsWith(BUILT)
    ? join(BUILT, 'command', basename(path))
    : path.startsWith(SOURCES) && join(folder, path.slice(SOURCES.length).replace(/\.ts$/, '.mjs'));
  return bundle && existsSync(bundle) ? bundle : thread;
}

class BundledWorker extends Worker {
  constructor(thread: string | URL, options?: WorkerOptions) {
    super(bundleOf(thread), options);
  }
}

// Where all tests share their modules this one is loaded for each file of them all the same.
if (!Object.hasOwn(globalThis, 'hearbackThreads')) {
  Object.assign(globalThis, { hearbackThreads: true });
  Object.assign(workerThreads, { Worker: BundledWorker });
  syncBuiltinESMExports();
}
