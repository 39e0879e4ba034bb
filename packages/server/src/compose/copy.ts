import { resolve } from 'node:path';
import { isDatabaseAddress, problemOfDatabase } from '../database-address.ts';
import { HearbackError } from '../errors.ts';
import { type Copied, type CopyProgress, copyStore } from '../storage/copy/copy.ts';
import type { Source, Target } from '../storage/copy/side.ts';
import { databasePath } from '../storage/sqlite/files.ts';
import { openExistingStore, openStore, type Where } from './store.ts';

export interface CopyResult {
  readonly from: string;
  readonly to: string;
  readonly rows: Copied;
}

/** Copies the store at one place to the other: each a folder, or the address of a database. */
export async function copyBetween(
  from: string,
  to: string,
  onProgress: (progress: CopyProgress) => void,
): Promise<CopyResult> {
  const [here, there] = [whereOf(from), whereOf(to)];
  if (keyOf(here) === keyOf(there))
    throw new HearbackError('usage', '--from and --to name the same store; nothing was changed.');
  // Opened and closed, so that both have the schema of this program.
  await (await openExistingStore(here)).close();
  await (await openStore(there)).close();
  const source = await openSource(here);
  try {
    const target = await openTarget(there);
    try {
      return { from: source.where, to: target.where, rows: await copyStore(source, target, onProgress) };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const keyOf = ({ data, database }: Where): string => database ?? resolve(data);

function whereOf(text: string): Where {
  if (!isDatabaseAddress(text)) return { data: text };
  const problem = problemOfDatabase(text);
  // Never quoted whole: it may have a password in it.
  if (problem) throw new HearbackError('usage', `${text.split('://', 1)[0]}://… ${problem}.`);
  return { data: '', database: text };
}

async function openSource({ data, database }: Where): Promise<Source> {
  if (database !== undefined) return (await import('../storage/postgres/copy-sides.ts')).openPostgresSource(database);
  return (await import('../storage/sqlite/copy-sides.ts')).openSqliteSource(databasePath(data));
}

async function openTarget({ data, database }: Where): Promise<Target> {
  if (database !== undefined) return (await import('../storage/postgres/copy-sides.ts')).openPostgresTarget(database);
  return (await import('../storage/sqlite/copy-sides.ts')).openSqliteTarget(databasePath(data));
}
