import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporary } from '../support/command.ts';
import { putLoad } from './load.ts';
import { openerOf } from './status-ids.ts';
import { readSyncOrder, type SyncOrder } from './sync-order.ts';

const COMMAND = fileURLToPath(new URL('../../packages/server/bin/hearback.js', import.meta.url));
const WITHOUT_SYNC = fileURLToPath(new URL('./hooks/without-sync.ts', import.meta.url));
const CALLS = 'trace=pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg';
const WANTED = 40;

/** Runs the server under `strace` until it has acknowledged some pingbacks, and reads the recording. */
async function record(nodeArgs: readonly string[]): Promise<SyncOrder> {
  await using directory = await temporary();
  const recording = join(directory.path, 'calls');
  const serve = [COMMAND, 'serve', '--port', '0', '--site', 'https://home.example/', '--data', directory.path];
  const strace = ['-f', '-y', '-s', '5000', '-o', recording, '-e', CALLS, process.execPath];
  const allow = ['--allow-network', '127.0.0.0/8', '--limits', 'off'];
  const child = spawn('strace', [...strace, ...nodeArgs, ...serve, ...allow], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const source = (client: number, page: number) => `http://127.1.1.${client + 1}:9/${page}`;
  const target = 'https://home.example/post';
  const load = putLoad(await listening(child), { target, source, most: WANTED });
  await load.all;
  // strace lets no signal through while it writes to a file; the first word of each line is the process it watches.
  process.kill(Number.parseInt(await readFile(recording, 'utf8'), 10), 'SIGTERM');
  await ended;
  return readSyncOrder(await readFile(recording, 'utf8'), openerOf(directory.path));
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`strace is needed: apt-get install strace (${error.message})`)));
    let text = '';
    child.stdout?.on('data', (part) => {
      text += String(part);
      const url = /^hearback listening on (\S+)$/m.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
}

it('R1: no acknowledgement leaves before the WAL with its mention is synced', async () => {
  const { replies, tooEarly, syncs } = await record([]);
  expect(tooEarly).toBe(0);
  // One in three is a TrackBack, whose reply names no id.
  expect(replies).toBeGreaterThanOrEqual(WANTED / 2);
  expect(syncs).toBeGreaterThan(0);
});

it('and this test would see it: without syncs every acknowledgement is too early', async () => {
  const { replies, tooEarly } = await record(['--import', WITHOUT_SYNC]);
  // One in three is a TrackBack, whose reply names no id.
  expect(replies).toBeGreaterThanOrEqual(WANTED / 2);
  expect(tooEarly).toBe(replies);
});
