import { type Kysely, sql } from 'kysely';
import { HearbackError } from '../../errors.ts';

/** The oldest that its makers still mend. */
const OLDEST = 14;

/** @param version as the server numbers itself: 150018 is 15.18 */
export function requireVersion(version: number, where: string): void {
  const major = Math.floor(version / 10_000);
  if (major < OLDEST)
    throw new HearbackError('storage', `${where}: this is PostgreSQL ${major}; Hearback needs ${OLDEST} or later.`);
}

/** @throws HearbackError `storage` when this server cannot hold what we store */
export async function requireServer(db: Kysely<unknown>, where: string): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding`.execute(
    db,
  );
  const { version = '0', encoding = '' } = rows[0] ?? {};
  requireVersion(Number(version), where);
  if (encoding !== 'UTF8')
    throw new HearbackError(
      'storage',
      `${where}: the database has the encoding ${encoding}, in which not every name can be written; make it anew with "createdb --encoding UTF8 --template template0".`,
    );
}
