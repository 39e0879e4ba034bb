/** A notification that waits for its look. */
export interface Waiting {
  readonly stream: string;
  readonly site: string;
  readonly domain: string;
  readonly answerMs: number;
  /** When it may be looked at first. */
  readonly due: number;
}

interface Line {
  readonly waiting: Waiting[];
  busy: boolean;
  /** Looks of the last hour, for the budget of the domain. */
  readonly asked: number[];
  freeAt: number;
}

/**
 * One line for each domain, one look at a time in each, and turns between the sites: as the queue of the store does it. Lines
 * stand in the list of their site in the order in which they became ready.
 */
export function createLines(gapMs: number, perHour: number) {
  const lines = new Map<string, Line>();
  const ready = new Map<string, string[]>();
  let waiting = 0;

  function lineOf(domain: string): Line {
    const line = lines.get(domain) ?? { waiting: [], busy: false, asked: [], freeAt: 0 };
    lines.set(domain, line);
    return line;
  }

  function offer(domain: string): void {
    const first = lineOf(domain).waiting[0];
    if (!first) return void lines.delete(domain);
    const line = ready.get(first.site) ?? [];
    line.push(domain);
    ready.delete(first.site);
    ready.set(first.site, line);
  }

  return {
    count: () => waiting,
    ofDomain: (domain: string) => lines.get(domain)?.waiting.length ?? 0,
    /** Answers whether the line was empty: then its domain has to be offered when it is due. */
    add(one: Waiting): boolean {
      const line = lineOf(one.domain);
      line.waiting.push(one);
      waiting += 1;
      return line.waiting.length === 1 && !line.busy;
    },
    offer,
    /** The next look, of the site that was served the longest ago. */
    take(): Waiting | undefined {
      const [site, domains] = ready.entries().next().value ?? [];
      if (site === undefined || !domains) return undefined;
      const domain = domains.shift();
      ready.delete(site);
      if (domains.length > 0) ready.set(site, domains);
      const line = domain === undefined ? undefined : lines.get(domain);
      const one = line?.waiting.shift();
      if (!line || !one) return undefined;
      line.busy = true;
      waiting -= 1;
      return one;
    },
    /** When the domain may be asked again after a look that began and ended then; `undefined` when nobody waits for it. */
    done(domain: string, begun: number, ended: number): number | undefined {
      const line = lineOf(domain);
      line.busy = false;
      line.asked.push(begun);
      while ((line.asked[0] ?? ended) <= ended - 3_600_000) line.asked.shift();
      const spent = line.asked.length >= perHour ? (line.asked[line.asked.length - perHour] ?? 0) + 3_600_000 : 0;
      line.freeAt = Math.max(ended, begun + gapMs, spent);
      return line.waiting.length > 0 ? line.freeAt : undefined;
    },
    oldest(): number | undefined {
      let oldest: number | undefined;
      for (const { waiting: all } of lines.values())
        if (all[0] && !(all[0].due > (oldest ?? Infinity))) oldest = all[0].due;
      return oldest;
    },
  };
}
