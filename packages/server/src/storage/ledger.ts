import type { Ledger, LedgerFilter, LedgerPage, LedgerRow, LinkSum, SumQuery } from '../ports/index.ts';
import { backlinkOf } from './backlinks.ts';
import type { Doors } from './doors.ts';
import { ledgerAsked } from './ledger-asked.ts';
import { changeCounts, changedLinks, topChanges } from './link-change-list.ts';
import type { MarkIndex, Places } from './mark-index.ts';
import { mentionOf } from './mention-row.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import { visitsOf } from './traffic.ts';

export function createLedger(doors: Doors, marks: MarkIndex): Ledger {
  return {
    async list(filter, page) {
      return rowsOf(doors.read, await marks.find(doors.read, placesOf(filter, page)));
    },
    count: (filter, most) => marks.count(doors.read, placesOf(filter, { limit: most })),
    sums: (query) => sums(doors.read, query),
    changes: (filter, page) => changedLinks(doors.read, filter, page),
    changeCounts: (filter) => changeCounts(doors.read, filter),
    topChanges: (filter, by, limit) => topChanges(doors.read, filter, by, limit),
  };
}

function placesOf(filter: LedgerFilter, { after, oldestFirst = false, limit }: LedgerPage): Places {
  const [from, to] = oldestFirst
    ? [after === undefined ? 0 : after + 1, Number.MAX_SAFE_INTEGER]
    : [0, after === undefined ? Number.MAX_SAFE_INTEGER : after - 1];
  return { ...ledgerAsked(filter), from, to, oldestFirst, limit };
}

/** More parameters than this some databases do not take. */
const CHUNK = 500;

async function rowsOf(db: Database, mentions: readonly MentionTable[]): Promise<readonly LedgerRow[]> {
  const found: LedgerRow[] = [];
  for (let at = 0; at < mentions.length; at += CHUNK) {
    const chunk = mentions.slice(at, at + CHUNK);
    const ids = chunk.map(({ id }) => id);
    const links = await db.selectFrom('backlink').selectAll().where('mention', 'in', ids).execute();
    const byMention = new Map(links.map((row) => [row.mention, row]));
    const visits = await visitsOf(db, ids);
    for (const row of chunk) {
      const backlink = byMention.get(row.id);
      if (backlink === undefined || row.place === null) continue;
      found.push({
        place: row.place,
        mention: mentionOf(row),
        backlink: backlinkOf(backlink, row.recheckAt),
        visits: visits.get(row.id) ?? 0,
      });
    }
  }
  return found;
}

async function sums(db: Database, { site, what, by, mutual = false, after, limit }: SumQuery): Promise<LinkSum[]> {
  return db
    .selectFrom('linkSum')
    .select(['site', 'key', 'links', 'live', 'lost', 'followed', 'firstAt', 'lastAt'])
    .select(['told', 'toldFirstAt', 'toldLastAt'])
    .where('what', '=', what)
    .$if(site !== undefined, (query) => query.where('site', '=', site as string))
    .where(by, '>', 0)
    .$if(mutual, (query) => query.where(by === 'live' ? 'told' : 'live', '>', 0))
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple(by, 'key', 'site'),
          '<',
          tuple(after?.count as number, after?.key as string, after?.site as string),
        ),
      ),
    )
    .orderBy(by, 'desc')
    .orderBy('key', 'desc')
    .orderBy('site', 'desc')
    .limit(limit)
    .execute();
}
