import { Worker } from 'node:worker_threads';
import { HearbackError } from '../../../errors.ts';

export interface RunningBackup {
  /** Rejects with one line when there is no backup under the name. */
  readonly done: Promise<void>;
  /** Breaks it off; then `done` rejects. */
  cancel(): Promise<void>;
}

/** `writeBackup` beside the event loop. */
export function startBackup(path: string, target: string): RunningBackup {
  const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  const worker = new Worker(new URL(`./backup-thread${ending}`, import.meta.url), { workerData: { path, target } });
  const done = new Promise<void>((resolve, reject) => {
    const fail = (reason: string) => reject(new HearbackError('storage', reason));
    worker.once('message', (message: 'done' | { readonly failure: string }) =>
      message === 'done' ? resolve() : fail(message.failure),
    );
    worker.once('error', (error) => fail(`${target} could not be written: ${String(error)}`));
    worker.once('exit', () => fail(`${target} was not written: the backup was broken off.`));
  });
  return { done, cancel: async () => void (await worker.terminate()) };
}
