import { parentPort } from 'node:worker_threads';
import { type PageInput, readPage } from '@hearback/protocol';

// Runs in a thread of its own, without environment, files or database; whatever it throws ends the thread, not the
// server.
parentPort?.on('message', (page: PageInput) => parentPort?.postMessage(readPage(page)));
parentPort?.postMessage('ready');
