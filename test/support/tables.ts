import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Open = (options: { readonly directory: string; readonly clock: { now(): number } }) => Promise<{
  close(): Promise<void>;
}>;

const FILE = 'hearback.db';
let made: Promise<string> | undefined;

/**
 * Puts an empty store with all its tables into a folder that has none. Making them anew took ten times as long as copying them (177 ms
 * against 16), and thousands of tests begin with an empty store; what makes them has tests of its own.
 */
export async function putTables(open: Open, directory: string): Promise<void> {
  if (existsSync(join(directory, FILE))) return;
  made ??= makeTables(open);
  copyFileSync(join(await made, FILE), join(directory, FILE));
}

async function makeTables(open: Open): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-tables-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const store = await open({ directory, clock: Date });
  await store.close();
  return directory;
}
