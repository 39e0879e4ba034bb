import { type Expression, type SqlBool, sql } from 'kysely';
import type { Erased, Whom } from '../../ports/index.ts';
import { settle } from '../at-end.ts';
import { recount, recountDelivery } from '../count.ts';
import { deleteMention } from '../delete-mention.ts';
import type { Database } from '../schema.ts';
import type { MentionTable } from '../schema-mentions.ts';
import type { DeliveryTable } from '../schema-telling.ts';
import { type Names, namesOf } from './names.ts';
import { authorOf, isAuthor, mentionsOfAuthor } from './their-mentions.ts';
import { withdraw } from './withdraw.ts';

/** What the owner wrote or decided; and mentions, which are looked at more closely. */
const NOT_THEIRS = [
  'mention',
  'backlink',
  'tombstone',
  'site',
  'ownPage',
  'post',
  'rule',
  'blockList',
  'blockEntry',
  'owner',
  'session',
  'membership',
  'apiToken',
  'setUp',
  'dontTell',
  'deskStep',
  'secret',
  'counter',
  'savedView',
  'recipient',
  'report',
  'suppression',
  'importMark',
];
/** Columns that hold the id of a delivery, or of a mention that is gone. */
const ABOUT = [
  ['traceStep', 'subject'],
  ['job', 'subject'],
  ['deadJob', 'subject'],
  ['exchange', 'subject'],
  ['notice', 'subject'],
] as const;

/** Somebody is named by the key alone; the site beside it is ours. */
const COUNTS = ['dailyCount', 'linkSum'];

type Row = Readonly<Record<string, unknown>>;

interface TextTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Deletes every mention of theirs with its story, and every row of any table that names them, so that a table that is
 * added later is not forgotten here. `db` must be a transaction.
 */
export async function forget(db: Database, whom: Whom, at: number): Promise<Erased> {
  const names = namesOf(whom);
  const mentions = isAuthor(whom) ? await mentionsOfAuthor(db, names) : await theirMentions(db, names);
  await withdraw(db, mentions, names, at);
  for (const mention of mentions) {
    await deleteMention(db, mention);
    await recount(db, mention, undefined);
  }
  // Now, for what is counted at the end would name them again in the tables that are gone through here.
  await settle(db);
  const ids = mentions.map(({ id }) => id);
  const counts = new Map<string, number>();
  for (const table of await textTables(db)) {
    const rows = (await candidates(db, table, names)).filter((row) =>
      table.columns.some((column) => names.occurIn(String(row[column] ?? ''))),
    );
    for (const row of rows) {
      await remove(db, table, row);
      if (table.name === 'delivery') await recountDelivery(db, row as unknown as DeliveryTable, undefined);
    }
    counts.set(table.name, rows.length);
    if (table.name === 'delivery') ids.push(...rows.map(({ id }) => String(id)));
  }
  for (const id of ids)
    for (const [table, column] of ABOUT) await db.deleteFrom(table).where(sql.ref(column), '=', id).execute();
  return { mentions: mentions.length, deliveries: counts.get('delivery') ?? 0, refusals: counts.get('refusal') ?? 0 };
}

/** From a page of theirs, also by a redirect, or by an author of theirs. Whoever merely writes about them stays. */
async function theirMentions(db: Database, names: Names): Promise<readonly MentionTable[]> {
  const found = await candidates(db, { name: 'mention', columns: ['source', 'finalKey', 'entry', 'facts'] }, names);
  return (found as unknown as MentionTable[]).filter(
    ({ source, finalKey, entry, facts }) =>
      [source, finalKey, addressOf(facts)].some((url) => names.own(url)) || names.wrote(authorOf(entry)),
  );
}

function addressOf(facts: string | null): string | undefined {
  return (JSON.parse(facts ?? '{}') as { readonly finalUrl?: string }).finalUrl;
}

async function textTables(db: Database): Promise<readonly TextTable[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ name }) => !NOT_THEIRS.includes(name))
    .map(({ name, columns }) => ({
      name,
      columns: columns
        .filter((column) => /text/i.test(column.dataType) && (!COUNTS.includes(name) || column.name === 'key'))
        .map((column) => column.name),
    }))
    .filter(({ columns }) => columns.length > 0);
}

async function candidates(db: Database, { name, columns }: TextTable, { needle }: Names): Promise<readonly Row[]> {
  const found = columns.map((column) => contains(column, needle));
  const { rows } = await sql<Row>`select * from ${sql.table(name)} where ${sql.join(found, sql` or `)}`.execute(db);
  return rows;
}

/** Without `LIKE`: an address may have its wildcards, and a pattern that is too long is an error. */
function contains(column: string, needle: string): Expression<SqlBool> {
  return sql<SqlBool>`replace(lower(${sql.ref(column)}), ${needle.toLowerCase()}, '') <> lower(${sql.ref(column)})`;
}

async function remove(db: Database, { name, columns }: TextTable, row: Row): Promise<void> {
  const same = columns.map((column) =>
    row[column] === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${row[column]}`,
  );
  await sql`delete from ${sql.table(name)} where ${sql.join(same, sql` and `)}`.execute(db);
}
