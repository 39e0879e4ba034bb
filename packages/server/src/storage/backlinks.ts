import type { LinkPlace } from '@hearback/protocol';
import { sql } from 'kysely';
import type { Backlink, Noindex } from '../backlink.ts';
import { siteOfUrl } from '../domain.ts';
import { changes, type LinkChangeKind } from '../link-change.ts';
import type { LinkState, ModerationState } from '../mention.ts';
import type { Backlinks, LinkUpdate } from '../ports/index.ts';
import { differing } from './differing.ts';
import type { Doors } from './doors.ts';
import { sumLinks } from './link-sums.ts';
import { lineUpDue, nextRecheck } from './rechecks.ts';
import type { Database } from './schema.ts';
import type { BacklinkTable } from './schema-ledger.ts';
import type { MentionTable } from './schema-mentions.ts';

const DAY_MS = 24 * 60 * 60_000;

export function createBacklinks(doors: Doors): Backlinks {
  return {
    async byMention(id) {
      const row = await doors.read
        .selectFrom('backlink')
        .innerJoin('mention', 'mention.id', 'backlink.mention')
        .selectAll('backlink')
        .select('mention.recheckAt')
        .where('backlink.mention', '=', id)
        .executeTakeFirst();
      return row && backlinkOf(row, row.recheckAt);
    },
    async of(mentions) {
      if (mentions.length === 0) return [];
      const rows = await doors.read
        .selectFrom('backlink')
        .innerJoin('mention', 'mention.id', 'backlink.mention')
        .selectAll('backlink')
        .select('mention.recheckAt')
        .where('backlink.mention', 'in', [...mentions])
        .execute();
      return rows.map((row) => backlinkOf(row, row.recheckAt));
    },
    async changes(id, part) {
      const rows = await doors.read
        .selectFrom('linkChange')
        .select(['mention', 'place', 'at', 'kind', 'was', 'became', 'step'])
        .where('mention', '=', id)
        .$if(part?.before !== undefined, (query) => query.where('place', '<', part?.before as number))
        .orderBy('place', 'desc')
        .$if(part !== undefined, (query) => query.limit(part?.limit as number))
        .execute();
      const changed = rows.map((row) => ({ ...row, kind: row.kind as LinkChangeKind, step: row.step ?? undefined }));
      return changed.reverse();
    },
    async known(id) {
      const row = await doors.read
        .selectFrom('mention')
        .leftJoin('backlink', 'backlink.mention', 'mention.id')
        .select(['looks', 'outage', 'finalUrl', 'entityTag', 'lastModified', 'noindex', 'robots'])
        .where('mention.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { looks, outage, finalUrl, entityTag, lastModified, noindex, robots } = row;
      // The date from which it is not to be found passes without a change of the page.
      const isDated = noindex === '' && robots?.includes('unavailable_after:') === true;
      // The question itself may be what stood in the way; it is asked without reserve then.
      if (outage !== '' || isDated) return { looks, finalUrl: '', entityTag: '', lastModified: '' };
      return { looks, finalUrl: finalUrl ?? '', entityTag: entityTag ?? '', lastModified: lastModified ?? '' };
    },
    forgetVersion: (id) =>
      doors.write(async (db) => {
        await db.updateTable('backlink').set({ entityTag: '', lastModified: '' }).where('mention', '=', id).execute();
      }),
    lineUpDue: (now, limit, groupOf) => doors.write((db) => lineUpDue(db, now, limit, groupOf)),
    nextDue: () => nextRecheck(doors.read),
  };
}

export function backlinkOf(row: BacklinkTable, recheckAt: number | null): Backlink {
  const { mention, outage, anchor, links, status, finalUrl, canonical, robots, language } = row;
  const { firstSeenAt, lastSeenAt, checkedAt } = row;
  return {
    ...{ mention, outage, anchor, links, status, finalUrl, canonical, robots, language },
    ...{ firstSeenAt, lastSeenAt, checkedAt },
    link: row.link as LinkState,
    moderation: row.moderation as ModerationState,
    missingSince: row.missingSince ?? undefined,
    rel: row.rel === '' ? [] : row.rel.split(' '),
    isFollowed: row.followed === 1,
    place: row.place as LinkPlace | '',
    chain: JSON.parse(row.chain) as string[],
    noindex: row.noindex as Noindex | '',
    recheckAt: recheckAt ?? undefined,
  };
}

interface RecordedCheck {
  readonly before: MentionTable;
  readonly row: MentionTable;
  readonly update: LinkUpdate;
  readonly step: number | undefined;
}

/**
 * Brings the ledger up to what a check found, in the check's own transaction, so that a change is written when its check
 * is and never twice. `row` is the mention as it is from now on, `before` as it was, `step` the check's place in the trace.
 */
export async function recordBacklink(db: Database, { before, row, update, step }: RecordedCheck): Promise<void> {
  if (row.firstSeenAt === null) return;
  const at = update.checkedAt;
  // What was never seen is not in the ledger.
  const known = before.firstSeenAt === null ? undefined : await linkOf(db, row.id);
  const next = { ...(known ?? blank(row)), ...copied(row), ...learned(update), checkedAt: at };
  const found = changes(known && backlinkOf(known, null), backlinkOf(next, null));
  if (found.length > 0) next.changedAt = at;
  if (known) await write(db, known, next);
  else await db.insertInto('backlink').values(next).execute();
  await sumLinks(db, known, next, at);
  if (found.length === 0) return;
  const place = (nth: number) =>
    sql<number>`(SELECT coalesce(max("place"), 0) + ${1 + nth} FROM "linkChange" WHERE "mention" = ${row.id})`;
  await db
    .insertInto('linkChange')
    .values(
      found.map((change, nth) => ({
        ...change,
        ...{ mention: row.id, place: place(nth), site: row.site, domain: next.domain, at, step: step ?? null },
        day: Math.floor(at / DAY_MS),
      })),
    )
    .execute();
}

/** What stands in the mention too, when that changes without a check: the owner decided. */
export async function copyToBacklink(db: Database, row: MentionTable, at: number): Promise<void> {
  if (row.firstSeenAt === null) return;
  const known = await linkOf(db, row.id);
  if (known === undefined) return;
  const next = { ...known, ...copied(row) };
  await sumLinks(db, known, next, at);
  await write(db, known, next);
}

async function linkOf(db: Database, mention: string): Promise<BacklinkTable | undefined> {
  return db.selectFrom('backlink').selectAll().where('mention', '=', mention).executeTakeFirst();
}

async function write(db: Database, known: BacklinkTable, next: BacklinkTable): Promise<void> {
  const columns = differing(known, next);
  if (columns) await db.updateTable('backlink').set(columns).where('mention', '=', known.mention).execute();
}

function copied(row: MentionTable) {
  const { site, targetKey, source, link, moderation, missingSince, lastSeenAt, firstSeenAt } = row;
  const seen = { firstSeenAt: firstSeenAt ?? 0, lastSeenAt: lastSeenAt ?? firstSeenAt ?? 0 };
  return { site, targetKey, domain: siteOfUrl(source), link, moderation, missingSince, ...seen };
}

function blank(row: MentionTable): BacklinkTable {
  return {
    ...copied(row),
    mention: row.id,
    ...{ outage: '', anchor: '', rel: '', followed: 1, place: '', links: 0, status: 0, finalUrl: '', chain: '[]' },
    ...{ canonical: '', noindex: '', robots: '', language: '', checkedAt: 0, changedAt: 0 },
    ...{ entityTag: '', lastModified: '' },
  };
}

/** The columns that a check has something to say of. What the page said of itself stands until it has the link again. */
function learned({ seen, status, outage = '' }: LinkUpdate): Partial<BacklinkTable> {
  const answered = { outage, ...(status !== undefined && { status }) };
  if (seen === undefined) return answered;
  const { rel, chain, isFollowed, ...rest } = seen;
  return {
    ...answered,
    ...rest,
    rel: rel.join(' '),
    chain: JSON.stringify(chain),
    followed: isFollowed ? 1 : 0,
  };
}
