import { sql } from 'kysely';
import { among, listed } from './among.ts';
import type { Database } from './schema.ts';
import type { TextSketchTable } from './schema-judging.ts';

/**
 * Most texts that a key leads to, and most of one domain: of a spam wave, or of a form that thousands of pages have, these
 * tell all that there is to know, and whoever asks does not read the others. No domain can keep the others out.
 */
const MOST = 100;
const MOST_OF_A_DOMAIN = 4;
const MOST_ALIKE = 50;

type Keyed = Pick<TextSketchTable, 'site' | 'subject' | 'domain' | 'keys'>;

const keysOf = ({ keys }: Pick<Keyed, 'keys'>): readonly number[] => JSON.parse(keys);

export async function addKeys(db: Database, text: Keyed): Promise<void> {
  const keys = keysOf(text);
  if (keys.length === 0) return;
  const { site, domain, subject } = text;
  const led = sql`select 1 from "textKey" where "site" = ${site} and "key" = "one"."key"`;
  await sql`insert into "textKey" ("site", "key", "domain", "subject")
    select ${site}, "one"."key", ${domain}, ${subject} from ${listed(db, 'one', 'key', keys)}
    where (select count(*) from (${led} limit ${sql.lit(MOST)}) as "led") < ${sql.lit(MOST)}
    and (select count(*) from (${led} and "domain" = ${domain} limit ${sql.lit(MOST_OF_A_DOMAIN)}) as "led")
      < ${sql.lit(MOST_OF_A_DOMAIN)}`.execute(db);
}

export async function removeKeys(db: Database, text: Keyed): Promise<void> {
  const keys = keysOf(text);
  if (keys.length === 0) return;
  const { site, domain, subject } = text;
  await db
    .deleteFrom('textKey')
    .where('site', '=', site)
    .where(among(db, 'key', keys))
    .where('domain', '=', domain)
    .where('subject', '=', subject)
    .execute();
}

/** Subjects of the texts that share one of the keys, those that share most first. */
export async function subjectsBy(db: Database, site: string, keys: readonly number[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('textKey')
    .select((eb) => ['subject', eb.fn.countAll<number>().as('n')])
    .where('site', '=', site)
    .where(among(db, 'key', keys))
    .groupBy('subject')
    .orderBy('n', 'desc')
    .limit(MOST_ALIKE)
    .execute();
  return rows.map(({ subject }) => subject);
}
