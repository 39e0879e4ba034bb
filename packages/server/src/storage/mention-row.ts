import type { Entry, Facts, FoundLink, MatchLevel, Protocol } from '@hearback/protocol';
import type { BroughtAs, LinkState, Mention, ModerationState, PublicMention } from '../mention.ts';
import type { MentionTable } from './schema-mentions.ts';

/** The entity in a row. Only this program writes these columns, so their JSON is not judged again. */
export function mentionOf(row: MentionTable): Mention {
  const { sourceKey, targetKey, lastReceivedAt, repeats } = row;
  return {
    ...publicMentionOf(row),
    sourceKey,
    targetKey,
    link: row.link as LinkState,
    moderation: row.moderation as ModerationState,
    lastReceivedAt,
    repeats,
    firstSeenAt: row.firstSeenAt ?? undefined,
    checkedAt: row.checkedAt ?? undefined,
    lastSeenAt: row.lastSeenAt ?? undefined,
    missingSince: row.missingSince ?? undefined,
    level: (row.level as MatchLevel | null) ?? undefined,
    reasons: JSON.parse(row.reasons) as string[],
    sender: row.sender ?? undefined,
    ruledBy: row.ruledBy ?? undefined,
    broughtAs: (row.broughtAs as BroughtAs | null) ?? undefined,
  };
}

/** A row of a page's list is a third of a whole one, which took half of the time of reading it. */
export const PUBLIC_COLUMNS = [
  'id',
  'site',
  'source',
  'target',
  'protocols',
  'publicId',
  'publicAt',
  'updatedAt',
  'receivedAt',
  'links',
  'entry',
  'facts',
] as const satisfies readonly (keyof MentionTable)[];

export function publicMentionOf(row: Pick<MentionTable, (typeof PUBLIC_COLUMNS)[number]>): PublicMention {
  const { id, site, source, target, receivedAt } = row;
  return {
    id,
    site,
    source,
    target,
    protocols: row.protocols.split(',') as Protocol[],
    publicId: row.publicId ?? undefined,
    publicAt: row.publicAt ?? undefined,
    changedAt: row.updatedAt,
    receivedAt,
    links: JSON.parse(row.links) as FoundLink[],
    entry: row.entry === null ? undefined : (JSON.parse(row.entry) as Entry),
    facts: row.facts === null ? undefined : (JSON.parse(row.facts) as Facts),
  };
}
