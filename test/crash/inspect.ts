import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { countLeft, type Damage, damageOf, type Expected, type Eye, outcomesOf } from './damage.ts';
import { openerOf } from './status-ids.ts';

const UNSOUND = [
  "SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  'SELECT 1 FROM pragma_foreign_key_check',
];

/** Looks with an eye of its own at a copy of the store as the crash left it, so that the recovery is the server's. */
export async function inspect(directory: string, expected: Expected): Promise<Damage> {
  const copy = mkdtempSync(join(tmpdir(), 'hearback-crashed-'));
  for (const name of ['hearback.db', 'hearback.db-wal'])
    if (existsSync(join(directory, name))) copyFileSync(join(directory, name), join(copy, name));
  try {
    const open = openerOf(copy);
    return await within(copy, (eye) => damageOf(eye, expected, open, UNSOUND), {});
  } finally {
    rmSync(copy, { recursive: true });
  }
}

export const deliveriesOf = (directory: string, links: Iterable<string>): Promise<string[]> =>
  within(directory, (eye) => outcomesOf(eye, links));

export const workLeft = (directory: string, by?: number): Promise<number> =>
  within(directory, (eye) => countLeft(eye, by));

async function within<T>(directory: string, look: (eye: Eye) => Promise<T>, options = { readOnly: true } as object) {
  const database = new DatabaseSync(join(directory, 'hearback.db'), options);
  try {
    return await look(async (text) => database.prepare(text).all());
  } finally {
    database.close();
  }
}
