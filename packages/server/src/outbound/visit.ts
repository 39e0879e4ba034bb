import type { Clock, Store, Turn, Turns } from '../ports/index.ts';
import type { Software } from '../software.ts';
import type { Lines } from './lines.ts';
import { type Pace, visitGap } from './pace.ts';

/** As long as the two requests of a visit may take at most; a process that is killed keeps a host closed no longer. */
const LONGEST_MS = 45_000;

export interface VisitDeps {
  readonly store: Pick<Store, 'turns'>;
  readonly clock: Clock;
  readonly pace: Pace;
}

/**
 * One delivery's stay at the hosts that it asks: at each of them nobody else is meanwhile, and nobody for two seconds
 * after it, in any process of the store. That a page is read and its endpoint told are one visit.
 */
export interface Visit {
  /** Enters the host of a page; answers the later time at which to ask again when somebody is there. */
  toRead(url: URL): Promise<number | undefined>;
  /** Enters the host of an endpoint, which has a turn of its own for each ping. `turns`: those of a transaction. */
  toTell(url: URL, software: Software | undefined, turns: Turns): Promise<number | undefined>;
  /** Leaves all hosts. One that asked for so many seconds of peace is closed for them. */
  leave(turns: Turns, asked?: { readonly host: string; readonly seconds: number }): Promise<void>;
}

/** `id` is the delivery's, by which it is known in the lines. */
export function createVisit({ store, clock, pace }: VisitDeps, lines: Lines, id: string): Visit {
  // Apart, because a transaction may be begun anew, and then nothing of its first try must count.
  const read = new Map<string, number>();
  const told = new Map<string, number>();

  async function enter(
    url: URL,
    { line, gapMs, more }: { readonly line: string; readonly gapMs: number; readonly more: readonly Turn[] },
    turns: Turns,
    entered: Map<string, number>,
  ): Promise<number | undefined> {
    const { host } = url;
    const wanted = [...(read.has(host) ? [] : [{ name: host, gapMs: LONGEST_MS }]), ...more];
    if (wanted.length === 0) return undefined;
    const now = clock.now();
    const isBehind = lines.isBehind(line, id, now);
    const at = isBehind ? now : await turns.take(wanted, now);
    if (isBehind || at > now) return lines.join(line, id, { now, at, gapMs });
    lines.leave(line, id);
    entered.set(host, visitGap(pace, url));
    return undefined;
  }

  return {
    async toRead(url) {
      const gapMs = visitGap(pace, url);
      if (gapMs === 0) return undefined;
      return enter(url, { line: `read ${url.host}`, gapMs, more: [] }, store.turns, read);
    },
    async toTell(url, software, turns) {
      const gapMs = pace(url, software);
      if (gapMs === 0) return undefined;
      const more = [{ name: `ping ${url.host}`, gapMs }];
      return enter(url, { line: `tell ${url.host}`, gapMs, more }, turns, told);
    },
    async leave(turns, asked) {
      const now = clock.now();
      for (const [host, gapMs] of new Map([...read, ...told])) {
        const peace = asked?.host === host ? asked.seconds * 1000 : 0;
        await turns.close(host, now, now + Math.max(gapMs, peace));
      }
    },
  };
}
