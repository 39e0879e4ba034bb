import { isBareOrigin, parseUrl, type Referral, readLogLine, readReferral } from '@hearback/protocol';
import { HearbackError } from '../errors.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Site } from '../site.ts';
import { createMemory } from './memory.ts';
import type { Referrals } from './referrals.ts';
import type { VisitCounter } from './visits.ts';

export interface LogCounts {
  readonly lines: number;
  /** Lines that no web server wrote in the common or combined format. */
  readonly unreadable: number;
  /** Visits to pages of ours by a link from elsewhere. */
  readonly hits: number;
  /** Different pairs of pages among them, handed to the inbox and taken. */
  readonly told: number;
  /** Hits of a pair that this run has seen already. */
  readonly repeated: number;
  /** Hits that came with a bare origin: counted until three of a day are enough to ask there. */
  readonly waiting: number;
  /** Lines that are no such visit, or were turned away. */
  readonly skipped: number;
}

export interface ReadLogDeps {
  readonly sites: readonly Site[];
  readonly resolve: Resolve;
  readonly referrals: Referrals;
  readonly visits?: VisitCounter | undefined;
  /** Called now and then, with what is counted so far. */
  readonly onProgress: (counts: LogCounts) => void;
  /** Stops between two lines; what was told stays told. */
  readonly signal: AbortSignal;
}

/** Pairs remembered, so that a visit seen before costs nothing: some ten megabytes. */
const REMEMBERED = 50_000;
const PROGRESS_EVERY = 2_000;
/** Pairs under way at once; they share their commits. */
const AT_ONCE = 32;
const DAY_MS = 86_400_000;

/**
 * Reads an access log and passes every visit by a link from elsewhere on, once for each pair of pages. Memory does not
 * grow with the log.
 * @throws HearbackError `usage` when the lines do not say of which site they are and there are several; `storage` when
 * nothing can be stored
 */
export async function readLog(lines: AsyncIterable<string>, deps: ReadLogDeps): Promise<LogCounts> {
  const counts = { lines: 0, unreadable: 0, hits: 0, told: 0, repeated: 0, waiting: 0, skipped: 0 };
  const seen = createMemory(REMEMBERED);
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const originOf = originsOf(deps.sites);

  async function tell(referral: Referral): Promise<void> {
    const heard = await deps.referrals.hear(referral, {});
    if (heard === 'busy') throw new HearbackError('storage', 'The store cannot be written at the moment: try again.');
    if (heard === 'refused') {
      counts.hits -= 1;
      counts.skipped += 1;
    } else counts[heard] += 1;
  }

  for await (const line of lines) {
    if (deps.signal.aborted || failures.length > 0) break;
    counts.lines += 1;
    if (counts.lines % PROGRESS_EVERY === 0) deps.onProgress(counts);
    const referral = await referralOf(line, deps, originOf, () => {
      counts.unreadable += 1;
    });
    if (!referral) {
      counts.skipped += 1;
      continue;
    }
    counts.hits += 1;
    if (deps.visits?.isFull()) {
      await Promise.all(underWay);
      await deps.visits.flush();
    }
    await deps.visits?.note(referral);
    if (!seen.isNew(keyOf(referral))) {
      counts.repeated += 1;
      continue;
    }
    const work = tell(referral)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(work));
    underWay.add(work);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  await deps.visits?.flush();
  if (failures.length > 0) throw failures[0];
  return counts;
}

/** The visit of a line, when it is one that counts and to a page that may be a target. */
async function referralOf(
  line: string,
  deps: ReadLogDeps,
  originOf: (host: string | undefined) => string | undefined,
  onUnreadable: () => void,
): Promise<Referral | undefined> {
  const logged = readLogLine(line);
  if (!logged) {
    onUnreadable();
    return undefined;
  }
  if (logged.referrer === '') return undefined;
  const { host, requestTarget, ...visit } = logged;
  const page = URL.parse(requestTarget, originOf(host));
  const reading = page && readReferral({ ...visit, page: page.href, purpose: '' });
  if (!reading?.ok) return undefined;
  const own = await deps.resolve(new URL(reading.referral.target));
  return own?.state === 'open' ? reading.referral : undefined;
}

/** Where a line's paths are: the site whose host it names, else the only origin that there is. */
function originsOf(sites: readonly Site[]): (host: string | undefined) => string | undefined {
  const origins = [...new Set(sites.map(({ url }) => new URL(url).origin))];
  // Backwards, so that of several ports of a host the first one counts.
  const byName = new Map(origins.toReversed().map((origin) => [new URL(origin).hostname, origin]));
  return (host) => {
    if (host !== undefined) return byName.get(host.toLowerCase());
    if (origins.length <= 1) return origins[0];
    throw new HearbackError(
      'usage',
      `The log does not say which of the sites it is of: name it, as in --site ${origins[0]}.`,
    );
  };
}

/** Visitors of bare origins count one by one; of a pair of pages one visit says all. */
function keyOf({ source, target, client, at }: Referral): string {
  const from = parseUrl(source);
  const isCounted = from.ok && isBareOrigin(from.url);
  return isCounted ? `${source} ${target} ${client} ${Math.floor((at ?? 0) / DAY_MS)}` : `${source} ${target}`;
}
