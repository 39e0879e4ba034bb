import { parentPort } from 'node:worker_threads';
import { readHere } from '../pages/readings.ts';
import type { Task } from './thread.ts';

// Runs in a thread of its own, without environment, files or database; whatever it throws ends the thread, not the
// server.
parentPort?.on('message', async ({ what, given }: Task) => parentPort?.postMessage(await readHere(what, given)));
parentPort?.postMessage('ready');
