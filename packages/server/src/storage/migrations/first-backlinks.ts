import type { Kysely } from 'kysely';
import { siteOfUrl } from '../../domain.ts';

interface OldLink {
  readonly href: string;
  readonly anchor: string;
  readonly rel: readonly string[];
}

interface OldFacts {
  readonly status: number;
  readonly finalUrl: string;
  readonly canonical: string;
  readonly noindex: boolean;
  readonly language: string;
}

interface Tables {
  readonly mention: {
    readonly id: string;
    readonly site: string;
    readonly source: string;
    readonly targetKey: string;
    readonly link: string;
    readonly moderation: string;
    readonly receivedAt: number;
    readonly checkedAt: number | null;
    readonly firstSeenAt: number | null;
    readonly lastSeenAt: number | null;
    readonly missingSince: number | null;
    readonly links: string;
    readonly facts: string | null;
    recheckAt: number | null;
  };
  readonly backlink: Readonly<Record<string, unknown>>;
  readonly linkChange: Readonly<Record<string, unknown>>;
}

const DAY_MS = 24 * 60 * 60_000;
const BATCH = 500;

/** Links that were seen before there was a ledger: what was kept of them, and that they were seen. */
export async function firstBacklinks(untyped: Kysely<unknown>): Promise<void> {
  const db = untyped as Kysely<Tables>;
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('mention')
      .select(['id', 'site', 'source', 'targetKey', 'link', 'moderation', 'receivedAt', 'links', 'facts'])
      .select(['checkedAt', 'firstSeenAt', 'lastSeenAt', 'missingSince'])
      .where('id', '>', after)
      .where('firstSeenAt', 'is not', null)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const { id, site, link, moderation, checkedAt, lastSeenAt } = row;
      const firstSeenAt = Number(row.firstSeenAt);
      const lookedAt = Number(checkedAt ?? firstSeenAt);
      const domain = siteOfUrl(row.source);
      const story = [{ kind: 'first-seen', at: firstSeenAt }];
      if (link === 'lost') story.push({ kind: 'link-lost', at: lookedAt });
      await db
        .insertInto('backlink')
        .values({
          ...{ mention: id, site, targetKey: row.targetKey, domain, link, moderation },
          missingSince: row.missingSince,
          outage: link === 'unreachable' ? 'unknown' : '',
          ...factsOf(JSON.parse(row.links) as readonly OldLink[], JSON.parse(row.facts ?? '{}') as Partial<OldFacts>),
          firstSeenAt,
          lastSeenAt: lastSeenAt ?? firstSeenAt,
          checkedAt: lookedAt,
          changedAt: story.at(-1)?.at,
          entityTag: '',
          lastModified: '',
        })
        .execute();
      for (const [index, { kind, at }] of story.entries())
        await db
          .insertInto('linkChange')
          .values({
            ...{ mention: id, place: index + 1, site, domain, at, kind, was: '', became: '', step: null },
            day: Math.floor(at / DAY_MS),
          })
          .execute();
      if (moderation === 'approved' || moderation === 'pending')
        await db
          .updateTable('mention')
          .set({ recheckAt: lookedAt + DAY_MS })
          .where('id', '=', id)
          .execute();
    }
    const last = rows.at(-1);
    if (rows.length < BATCH || last === undefined) return;
    after = last.id;
  }
}

function factsOf(links: readonly OldLink[], facts: Partial<OldFacts>): Record<string, unknown> {
  const followed = links.find(({ rel }) => !rel.some((token) => ['nofollow', 'ugc', 'sponsored'].includes(token)));
  const best = followed ?? links[0];
  return {
    anchor: best?.anchor ?? '',
    rel: best?.rel.join(' ') ?? '',
    followed: followed === undefined ? 0 : 1,
    place: '',
    links: links.length,
    status: facts.status ?? 0,
    finalUrl: facts.finalUrl ?? '',
    chain: '[]',
    canonical: facts.canonical ?? '',
    noindex: facts.noindex === true ? 'unknown' : '',
    robots: '',
    language: facts.language ?? '',
  };
}
