import { DatabaseSync } from 'node:sqlite';
import { HearbackError } from '../../../errors.ts';
import { APPLICATION_ID } from '../connect.ts';
import { explain } from '../failure.ts';
import { MARK_CLOSED } from '../mark.ts';

/** What a backup holds, once it was read from end to end. */
export interface CheckedBackup {
  readonly file: string;
  readonly schema: number;
  readonly mentions: number;
}

/**
 * Reads a whole copy: every page, index and reference.
 * @param options.claim makes the copy stand for itself first: one file without a log beside it
 * @throws HearbackError `storage` when it cannot be restored
 */
export function checkBackup(file: string, { claim = false } = {}): CheckedBackup {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: !claim });
    if (claim) database.exec(`PRAGMA journal_mode = DELETE; ${MARK_CLOSED}`);
    const ask = (text: string) => database?.prepare(text).get() ?? {};
    if (ask('PRAGMA application_id').application_id !== APPLICATION_ID)
      throw new HearbackError('storage', `${file} is no database of Hearback.`);
    const { integrity_check: found } = ask('PRAGMA integrity_check(1)');
    const broken = database.prepare('PRAGMA foreign_key_check').all().length;
    if (found !== 'ok' || broken > 0)
      throw new HearbackError(
        'storage',
        `${file} is damaged (${found === 'ok' ? 'a reference leads nowhere' : found}).`,
      );
    return {
      file,
      schema: Number(ask('SELECT version FROM schemaVersion').version),
      mentions: Number(ask('SELECT count(*) AS n FROM mention').n),
    };
  } catch (error) {
    throw explain(error, file);
  } finally {
    database?.close();
  }
}

/** Whether the file is a database of ours; not whether it is whole. */
export function isOurs(file: string): boolean {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    return database.prepare('PRAGMA application_id').get()?.application_id === APPLICATION_ID;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}
