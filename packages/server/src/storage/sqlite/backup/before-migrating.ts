import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { writeBackup } from './write.ts';

/**
 * Keeps the file as it was before a newer program changes its schema: an older one refuses what comes out. Nothing is
 * changed when there is no room for the copy. A file that is made only now has nothing to keep.
 */
export async function backUpBeforeMigrating(database: DatabaseSync, path: string, latest: number): Promise<void> {
  if (statSync(path).size === 0 || !hasSchema(database)) return;
  const version = Number(database.prepare('SELECT version FROM schemaVersion').get()?.version ?? 0);
  if (version === 0 || version >= latest) return;
  await writeBackup(path, path.replace(/\.db$/, `-before-schema-${latest}.db`));
}

function hasSchema(database: DatabaseSync): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schemaVersion'").get() !== undefined;
}
