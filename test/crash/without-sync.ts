import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded before the server by the test of syncs: makes them do nothing, behind the server's back, so that the test is seen
 * to fail when they are missing. The server itself has no such switch.
 */
const pretend: typeof fs.fdatasync = Object.assign(
  (_descriptor: number, done: (error: NodeJS.ErrnoException | null) => void) => setImmediate(done, null),
  { __promisify__: async () => {} },
);
fs.fdatasync = pretend;
syncBuiltinESMExports();
