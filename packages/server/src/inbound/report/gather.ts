import { dayOf } from '../../ports/counts.ts';
import type { ChangeFilter, Store } from '../../ports/index.ts';
import { REPORTED, REPORTED_PARTS, type Report, type Reported } from '../../report.ts';
import type { Period } from '../../report-period.ts';
import type { Site } from '../../site.ts';

export type GatherReport = (site: Site, period: Period) => Promise<Report>;

/** What is shown of each part; the number beside it leads to all. */
const SHOWN = 10;
const TOP = 5;

/** Reads what happened to a site's links. Changes are never overwritten, so that the same is found whenever it is asked for. */
export function createGatherer({ ledger, counts, traffic, mentions }: Store, now: () => number): GatherReport {
  async function part(filter: ChangeFilter, kinds: (typeof REPORTED)[Reported], counted: Counted) {
    const count = kinds.reduce((sum, kind) => sum + (counted.get(kind) ?? 0), 0);
    const rows = count === 0 ? [] : await ledger.changes({ ...filter, kinds }, { limit: SHOWN });
    return { count, rows };
  }

  async function standing(site: string): Promise<number> {
    const sums = await counts.top({ sites: [site], name: 'link', from: 0, to: dayOf(now()) }, 9);
    const of = (key: string) => sums.find((sum) => sum.key === key)?.count ?? 0;
    return Math.max(0, of('came') - of('went'));
  }

  async function visited(site: string, { from, to }: Period): Promise<Report['visits']> {
    const top = await traffic.top({ sites: [site], from, to }, 'mention', TOP);
    const found = await Promise.all(top.map(async ({ key, count }) => ({ mention: await mentions.byId(key), count })));
    return found.flatMap(({ mention, count }) =>
      mention && (mention.moderation === 'approved' || mention.moderation === 'pending') ? [{ mention, count }] : [],
    );
  }

  return async (site, period) => {
    const filter = { site: site.id, from: period.begins, to: period.ends };
    const counted = await ledger.changeCounts(filter);
    const parts = await Promise.all(
      REPORTED_PARTS.map(async (name) => [name, await part(filter, REPORTED[name], counted)] as const),
    );
    const changes = Object.fromEntries(parts) as Report['changes'];
    const fresh = { ...filter, kinds: REPORTED.new };
    const top = (by: 'domain' | 'targetKey') => (changes.new.count === 0 ? [] : ledger.topChanges(fresh, by, TOP));
    return {
      ...{ site, period, changes },
      live: await standing(site.id),
      domains: await top('domain'),
      pages: await top('targetKey'),
      visits: await visited(site.id, period),
    };
  };
}

type Counted = Awaited<ReturnType<Store['ledger']['changeCounts']>>;
