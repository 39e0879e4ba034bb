import { DatabaseSync } from 'node:sqlite';

/**
 * Loaded before the server by the test of syncs: turns them off behind the server's back, after it has asserted them,
 * so that the test is seen to fail when they are missing. The server itself has no such switch.
 */
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (text) {
  if (text === 'BEGIN IMMEDIATE') exec.call(this, 'PRAGMA synchronous = OFF');
  exec.call(this, text);
};
