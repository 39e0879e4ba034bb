import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../../errors.ts';
import { writeBackup } from './write.ts';

// Checking a copy reads all of it, which on the event loop would stop the server for as long.
const { path, target } = workerData as { readonly path: string; readonly target: string };
try {
  await writeBackup(path, target);
  parentPort?.postMessage('done');
} catch (error) {
  parentPort?.postMessage({ failure: messageOf(error) });
}
