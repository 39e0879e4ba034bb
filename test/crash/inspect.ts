import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Acknowledged } from './load.ts';

/** What must be nothing at all after a crash. */
export interface Damage {
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** Pairs with more than one mention. */
  readonly doubled: number;
  /** Never checked, and nobody is going to. */
  readonly forgotten: number;
  /** What `integrity_check` and `foreign_key_check` say. */
  readonly unsound: number;
}

/** Looks at the store with an eye of its own, as the crash left it: opening it recovers the WAL, as the server would. */
export function inspect(directory: string, acknowledged: readonly Acknowledged[]): Damage {
  const database = new DatabaseSync(join(directory, 'hearback.db'));
  const count = (text: string) => Number(database.prepare(`SELECT count(*) AS n FROM (${text})`).get()?.n);
  try {
    const find = database.prepare('SELECT source FROM mention WHERE id = ?');
    return {
      lost: acknowledged.filter(({ id, source }) => find.get(id)?.source !== source).length,
      doubled: count('SELECT 1 FROM mention GROUP BY site, sourceKey, targetKey HAVING count(*) > 1'),
      forgotten: count(`
        SELECT 1 FROM mention WHERE link = 'unverified'
        AND NOT EXISTS (SELECT 1 FROM job WHERE kind = 'verify' AND subject = mention.id)
        AND NOT EXISTS (SELECT 1 FROM deadJob WHERE kind = 'verify' AND subject = mention.id)`),
      unsound:
        count("SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'") +
        count('SELECT 1 FROM pragma_foreign_key_check'),
    };
  } finally {
    database.close();
  }
}
