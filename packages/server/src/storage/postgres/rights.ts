import { sql } from 'kysely';
import { HearbackError } from '../../errors.ts';
import type { Database } from '../schema.ts';

const NAMED = 3;

/**
 * Tables without all four rights, and sequences that may not be used; those of extensions are none of ours. An upgrade adds
 * some, and grants of before are not for them: what was written only later failed, once a second and with notifications accepted.
 * @throws HearbackError `storage`, one line that names the first of them
 */
export async function requireRights(db: Database, where: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema()
      AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      AND CASE c.relkind
        WHEN 'r' THEN NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
          AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))
        WHEN 'S' THEN NOT has_sequence_privilege(c.oid, 'USAGE')
        ELSE false END
    ORDER BY c.relname`.execute(db);
  if (rows.length === 0) return;
  const names = rows.slice(0, NAMED).map(({ name }) => name);
  const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
  throw new HearbackError(
    'storage',
    `${where}: the user may not use ${names.join(', ')}${more}; make it the owner of the tables, or grant it SELECT, INSERT, UPDATE and DELETE on all tables and USAGE on all sequences of the schema, after each upgrade again.`,
  );
}
