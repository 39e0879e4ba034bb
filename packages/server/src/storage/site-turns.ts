import type { JobKind } from '../job.ts';
import { createLeastRecent } from '../limits/least-recent.ts';

/** Of a site, by the kind of work. */
interface OfSite {
  readonly kind: JobKind;
  readonly site: string;
}

/** Which site was served when, so that one with a hundred thousand jobs takes turns with one that has a single job. */
export interface SiteTurns {
  /** Up to `limit` of these, which are in the order of their time: one of each site in turn, the longest unserved site first. */
  pick<T extends OfSite>(candidates: readonly T[], limit: number): readonly T[];
  /** Whether the one was served before the other, or both at no time. */
  isBefore(one: OfSite, other: OfSite): boolean;
  note(served: OfSite): void;
}

/** A site that is forgotten counts as one that was never served. */
const MOST_SITES = 20_000;

/** In memory: each process takes turns by itself, and after a restart all sites begin alike. */
export function createSiteTurns(): SiteTurns {
  const turns = createLeastRecent<number>(MOST_SITES);
  let turn = 0;
  const keyOf = ({ kind, site }: OfSite) => `${kind} ${site}`;
  const lastOf = (one: OfSite) => turns.get(keyOf(one)) ?? 0;

  return {
    pick(candidates, limit) {
      if (candidates.length <= limit) return candidates;
      const lines = [...Map.groupBy(candidates, keyOf).values()].map((line) => ({
        line,
        last: lastOf(line[0] as OfSite),
      }));
      lines.sort((one, other) => one.last - other.last);
      const picked = [];
      for (let place = 0; picked.length < limit; place += 1)
        for (const { line } of lines) if (line[place] !== undefined) picked.push(line[place]);
      return picked.slice(0, limit) as typeof candidates;
    },
    isBefore: (one, other) => lastOf(one) < lastOf(other),
    note(served) {
      turn += 1;
      turns.set(keyOf(served), turn);
    },
  };
}
