import { type Http, headerValue, type Inbox, isHtml } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { fetchForeignFeed } from '../pages/fetch-listing.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, PageReader, Store, Wanted } from '../ports/index.ts';
import { readOriginSubject } from './referrals.ts';

export interface AskOriginDeps {
  readonly store: Pick<Store, 'origins'>;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly inbox: Inbox;
  readonly resolve: Resolve;
  readonly clock: Clock;
  readonly victimOf: (url: URL) => string;
  /** Hears what came of it, in a sentence, for the log. */
  readonly report: (sentence: string) => void;
}

/** Of a front page; the feed is named in its head. */
const MAX_PAGE_BYTES = 512 * 1024;
/** Posts told after one asking. Who links to us more often is found again tomorrow. */
const MOST_TOLD = 10;

/** A page of the other site, and which of the targets it links to. */
interface Candidate {
  readonly url: string;
  readonly targets: readonly string[];
}

/**
 * Does the jobs about referring origins: asks a site whose visitors do not say which page they came from which of its
 * posts link to ours. Two requests at most, the front page and the feed that it names, and none the same day again
 * whatever came of them: three strangers' visits are all there is behind it. What is found goes to the inbox like any
 * refback, and is fetched, verified and judged there.
 */
export function createAskOrigin(deps: AskOriginDeps): (job: Job) => Promise<JobOutcome> {
  return async ({ subject }) => {
    const asked = readOriginSubject(subject);
    const targets = asked ? await deps.store.origins.take(asked.site, asked.origin, deps.clock.now()) : [];
    if (!asked || targets.length === 0) return { outcome: 'done' };
    const candidates = await candidatesOf(deps, asked.origin, targets);
    const told = await tell(deps, candidates, targets);
    deps.report(`Visitors came from ${asked.origin}: ${told} of its pages were found to link here.`);
    return { outcome: 'done' };
  };
}

/** The posts of the feed come before the front page, which shows the same links until newer posts push them off. */
async function candidatesOf(deps: AskOriginDeps, origin: string, targets: readonly string[]): Promise<Candidate[]> {
  const { http, reader, victimOf } = deps;
  const ask = { method: 'GET', url: origin, redirects: 'page', maxBytes: MAX_PAGE_BYTES, reads: isHtml } as const;
  const reply = await http.request(ask);
  if (!reply.ok || reply.status !== 200 || !isHtml(headerValue(reply.headers, 'content-type'))) return [];
  const victim = victimOf(new URL(origin));
  const isTheirs = (url: string) => victimOf(new URL(url)) === victim;
  if (!isTheirs(reply.finalUrl)) return [];
  const wanted: Wanted[] = [];
  for (const target of targets) {
    const own = (await deps.resolve(new URL(target)))?.page?.url;
    wanted.push({ target, aliases: own ? [own] : [] });
  }
  const { body, headers, finalUrl } = reply;
  const front = await reader.read('front', { body, headers, finalUrl, wanted });
  if (!front.ok) {
    deps.report(`The front page of ${origin} could not be read. ${front.reason}`);
    return [];
  }
  const { feed, targets: linked } = front.reading;
  // A feed elsewhere is another victim, and nobody's visits speak for asking it.
  const found = feed && isTheirs(feed) ? await fetchForeignFeed({ http, reader }, feed, wanted) : undefined;
  const posts = found?.ok ? found.posts.filter(({ url }) => isTheirs(url)) : [];
  return [...posts, { url: finalUrl, targets: linked }];
}

async function tell({ inbox }: AskOriginDeps, candidates: readonly Candidate[], targets: readonly string[]) {
  let told = 0;
  for (const target of targets) {
    const linking = candidates.filter((one) => one.targets.includes(target));
    const posts = linking.filter(({ url }) => url !== candidates.at(-1)?.url);
    for (const { url } of (posts.length > 0 ? posts : linking).slice(0, MOST_TOLD - told)) {
      await inbox.accept({ protocol: 'refback', source: url, target }, {});
      told += 1;
    }
  }
  return told;
}
