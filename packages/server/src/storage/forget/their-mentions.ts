import type { Whom } from '../../ports/index.ts';
import type { Database } from '../schema.ts';
import type { MentionTable } from '../schema-mentions.ts';
import type { Author, Names } from './names.ts';

/** Rows that are looked through at once. A name is written in too many ways to be looked for by the database. */
const PART = 1000;

/** The mentions that an author wrote, by the address of the author's page or the whole name. */
export async function mentionsOfAuthor(db: Database, names: Names): Promise<readonly MentionTable[]> {
  const theirs: string[] = [];
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('mention')
      .select(['id', 'entry'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PART)
      .execute();
    for (const { id, entry } of rows) if (names.wrote(authorOf(entry))) theirs.push(id);
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PART) break;
  }
  const found: MentionTable[] = [];
  for (let at = 0; at < theirs.length; at += PART)
    found.push(
      ...(await db
        .selectFrom('mention')
        .selectAll()
        .where('id', 'in', theirs.slice(at, at + PART))
        .execute()),
    );
  return found;
}

export function isAuthor(whom: Whom): whom is Extract<Whom, { author: string }> {
  return 'author' in whom;
}

export function authorOf(entry: string | null): Author {
  return (JSON.parse(entry ?? '{}') as { readonly author?: Author }).author ?? {};
}
