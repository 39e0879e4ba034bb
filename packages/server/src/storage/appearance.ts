import type { Facts } from '@hearback/protocol';
import { enqueue } from './jobs.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import { addTombstone, removeTombstone } from './tombstones.ts';

/** Ten approvals of one sitting make one build: it waits for the first of them this long. */
const GATHER_MS = 60_000;

/** Whether readers see something else of it than before: it came, went, or says something new. */
export function looksDifferent(before: MentionTable, after: MentionTable): boolean {
  if (before.isPublic !== after.isPublic) return true;
  return after.isPublic === 1 && (before.entry !== after.entry || shownFacts(before) !== shownFacts(after));
}

function shownFacts({ facts }: MentionTable): string {
  const { title, canonical } = JSON.parse(facts ?? '{}') as Partial<Facts>;
  return `${title} ${canonical}`;
}

/** To be called in the transaction in which it comes to look different. */
export async function noteAppearance(
  db: Database,
  before: Pick<MentionTable, 'isPublic' | 'publicId'>,
  after: MentionTable,
  at: number,
): Promise<void> {
  if (before.isPublic === 1 && after.isPublic === 0) await addTombstone(db, after, at);
  if (before.isPublic === 0 && before.publicId !== null) await removeTombstone(db, before.publicId);
  await dueBuild(db, after.site, at);
}

/** The site is to be built anew, where somebody is to be told of that. */
export async function dueBuild(db: Database, site: string, at: number): Promise<void> {
  const row = await db
    .selectFrom('site')
    .select(({ fn }) => fn.coalesce('deskBuildHook', 'buildHook').as('hook'))
    .where('id', '=', site)
    .executeTakeFirst();
  // The desk's empty text switches off what the configuration says.
  if (!row?.hook) return;
  await enqueue(db, {
    kind: 'hook',
    subject: `build ${site}`,
    group: `build ${site}`,
    site,
    startAfter: at + GATHER_MS,
  });
}
