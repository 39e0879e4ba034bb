import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The sources that a store has, looked at from outside. */
export function storedSources(directory: string, name = 'hearback.db'): ReadonlySet<string> {
  const database = new DatabaseSync(join(directory, name), { readOnly: true });
  try {
    return new Set(
      database
        .prepare('SELECT source FROM mention')
        .all()
        .map((row) => String(row.source)),
    );
  } finally {
    database.close();
  }
}

/** What SQLite's own checks say: `ok` and no reference that leads nowhere. */
export function soundness(directory: string, name = 'hearback.db'): unknown[] {
  const database = new DatabaseSync(join(directory, name));
  try {
    return [
      database.prepare('PRAGMA integrity_check').get()?.integrity_check,
      database.prepare('PRAGMA foreign_key_check').all().length,
    ];
  } finally {
    database.close();
  }
}
