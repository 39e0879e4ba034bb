import type { Discovery, Http, HttpReply } from '@hearback/protocol';
import type { Clock, PageReader } from '../ports/index.ts';
import { type EndpointFinding, findEndpoint } from './find-endpoint.ts';
import { keptFor } from './kept-for.ts';

/** Looks for endpoints, and asks a page again only when it may (Webmention §5.3). */
export interface PageDiscovery {
  /** What is remembered of a target; `undefined` when its page is to be asked. */
  recall(target: string): Discovery | undefined;
  /** Asks the page whatever is remembered of it. Never rejects. */
  ask(target: string, http: Http): Promise<EndpointFinding>;
  /** Forgets an endpoint that did not work, on whatever pages; true when it was used from memory since it was found. */
  forget(endpoint: string): boolean;
}

export interface PageDiscoveryDeps {
  readonly reader: Pick<PageReader, 'read'>;
  readonly clock: Clock;
}

interface Kept {
  readonly discovery: Discovery;
  readonly until: number;
  used: boolean;
}

const MAX_PAGES = 500;
/** Some pages allow a year. Endpoints move, and a page view a day burdens nobody. */
const MAX_MS = 86_400_000;
/** That a page names none is kept for an hour whatever it allows: nobody loses by it, and a popular page is asked less. */
const NONE_MS = 3_600_000;

/**
 * Remembers in this process, and of pages that named an endpoint only what was under their own address: a redirect has its
 * own rules of what may be kept.
 */
export function createPageDiscovery({ reader, clock }: PageDiscoveryDeps): PageDiscovery {
  const pages = new Map<string, Kept>();

  async function ask(target: string, http: Http): Promise<EndpointFinding> {
    const replies: HttpReply[] = [];
    const watched: Http = {
      async request(request) {
        const reply = await http.request(request);
        if (reply.ok) replies.push(reply);
        return reply;
      },
    };
    pages.delete(target);
    const discovery = await findEndpoint({ http: watched, reader }, target);
    if ('chosen' in discovery) keep(target, discovery, replies[0]);
    return discovery;
  }

  function keep(target: string, discovery: Discovery, reply: HttpReply | undefined): void {
    const ms = discovery.chosen === null ? NONE_MS : allowedMs(reply);
    if (ms === 0) return;
    pages.set(target, { discovery, until: clock.now() + ms, used: false });
    const [oldest] = pages.keys();
    if (pages.size > MAX_PAGES && oldest !== undefined) pages.delete(oldest);
  }

  return {
    ask,
    recall(target) {
      const kept = pages.get(target);
      if (kept === undefined || clock.now() >= kept.until) return undefined;
      kept.used = true;
      const { discovery } = kept;
      const why = discovery.chosen === null ? 'within the hour' : 'which the page allows';
      return { ...discovery, reason: `${discovery.reason} This is from an earlier look, ${why}.` };
    },
    forget(endpoint) {
      const named = [...pages].filter(([, { discovery }]) => discovery.chosen?.url === endpoint);
      for (const [target] of named) pages.delete(target);
      return named.some(([, { used }]) => used);
    },
  };
}

function allowedMs(reply: HttpReply | undefined): number {
  if (reply?.status !== 200 || reply.finalUrl !== reply.chain[0]) return 0;
  return Math.min(keptFor(reply.headers) * 1000, MAX_MS);
}
