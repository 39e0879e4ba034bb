import { type Http, type HttpReply, headerValue, type Inbox, isHtml, linksTo, namedFeed } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { fetchForeignFeed } from '../pages/fetch-listing.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, Store } from '../ports/index.ts';
import { readOriginSubject } from './referrals.ts';

export interface AskOriginDeps {
  readonly store: Pick<Store, 'origins'>;
  readonly http: Http;
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
const ENCODER = new TextEncoder();

/** A page of the other site, and what of it was read. */
interface Candidate {
  readonly url: string;
  readonly body: Uint8Array;
  readonly headers: HttpReply['headers'];
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
async function candidatesOf({ http, victimOf }: AskOriginDeps, origin: string, targets: readonly string[]) {
  const reply = await http.request({ method: 'GET', url: origin, redirects: 'page', maxBytes: MAX_PAGE_BYTES });
  if (!reply.ok || reply.status !== 200 || !isHtml(headerValue(reply.headers, 'content-type'))) return [];
  const front: Candidate = { url: reply.finalUrl, body: reply.body, headers: reply.headers };
  const victim = victimOf(new URL(origin));
  const isTheirs = (url: string) => victimOf(new URL(url)) === victim;
  if (!isTheirs(reply.finalUrl)) return [];
  const feed = namedFeed(reply);
  // A feed elsewhere is another victim, and nobody's visits speak for asking it.
  const listing = feed && isTheirs(feed) ? await fetchForeignFeed(http, feed, targets) : undefined;
  const posts = listing?.ok ? listing.pages : [];
  return [
    ...posts
      .filter(({ url }) => isTheirs(url))
      .map(({ url, content }) => ({
        url,
        body: ENCODER.encode(content ?? ''),
        headers: [['content-type', UTF8]] as const,
      })),
    front,
  ];
}

const UTF8 = 'text/html; charset=utf-8';

async function tell({ inbox, resolve }: AskOriginDeps, candidates: readonly Candidate[], targets: readonly string[]) {
  let told = 0;
  for (const target of targets) {
    const own = (await resolve(new URL(target)))?.page?.url;
    const linking = candidates.filter(({ url, body, headers }) =>
      linksTo({ body, headers, finalUrl: url, target, aliases: own ? [own] : [] }),
    );
    const posts = linking.filter(({ url }) => url !== candidates.at(-1)?.url);
    for (const { url } of (posts.length > 0 ? posts : linking).slice(0, MOST_TOLD - told)) {
      await inbox.accept({ protocol: 'refback', source: url, target }, {});
      told += 1;
    }
  }
  return told;
}
