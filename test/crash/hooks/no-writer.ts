import { existsSync } from 'node:fs';
import { isMainThread, workerData } from 'node:worker_threads';

// Loaded before the server, in each of its threads: the thread that writes notifications ends when it starts, for as long
// as the file that `NO_WRITER` names is there.
const { NO_WRITER: file } = process.env;
if (!isMainThread && file && existsSync(file) && workerData && 'lockWaitMs' in workerData)
  throw new Error('this thread was killed');
