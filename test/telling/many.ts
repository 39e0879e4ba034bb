import { setImmediate as turn } from 'node:timers/promises';
import type { Http, HttpReply, HttpRequest } from '@hearback/protocol';
import { createDeliverHandler } from '../../packages/server/src/outbound/deliver.ts';
import { pingGap } from '../../packages/server/src/outbound/pace.ts';
import { publish } from '../../packages/server/src/outbound/publish.ts';
import { BLOG, blog, openHouse } from '../../packages/server/test/outbound/house.ts';

export interface Size {
  readonly posts: number;
  readonly linksPerPost: number;
  readonly hosts: number;
}

export interface Manners {
  readonly delivered: number;
  readonly others: number;
  /** Links that were told more than once. */
  readonly twice: number;
  /** Least simulated milliseconds between two visits to one host, and between two pings. */
  readonly leastVisitGap: number;
  readonly leastPingGap: number;
  /** Most requests that one host had at a time. */
  readonly mostAtOnce: number;
  readonly simulatedMinutes: number;
  /** MiB of the heap that grew from the first tenth of the work to its end. */
  readonly grownMiB: number;
}

const AT_ONCE = 64;
/** Every third page is told at a service that it shares with others. */
const SERVICES = 100;
const ENCODER = new TextEncoder();

interface Host {
  busy: number;
  visitedAt: number;
  pingedAt: number;
}

/**
 * Tells many links over a real store and a simulated clock, and watches each host: what is asked of it at a time, and
 * how long it is left in peace. A page and its endpoint on one host are one visit.
 */
export async function tellMany({ posts, linksPerPost, hosts }: Size): Promise<Manners> {
  await using house = await openHouse(blog());
  const { time, clock, store } = house;
  const began = time.now;
  const seen = new Map<string, Host>();
  const told = new Map<string, number>();
  const figures = { leastVisitGap: Infinity, leastPingGap: Infinity, mostAtOnce: 0 };

  async function visit(request: HttpRequest): Promise<void> {
    const { host } = new URL(request.url);
    const known = seen.get(host) ?? { busy: 0, visitedAt: -Infinity, pingedAt: -Infinity };
    seen.set(host, known);
    known.busy += 1;
    figures.mostAtOnce = Math.max(figures.mostAtOnce, known.busy);
    const now = clock.now();
    const isPing = request.method === 'POST';
    const isOwn = isPing && !host.startsWith('service');
    if (!isOwn) {
      figures.leastVisitGap = Math.min(figures.leastVisitGap, now - known.visitedAt);
      known.visitedAt = now;
    }
    if (isPing) {
      figures.leastPingGap = Math.min(figures.leastPingGap, now - known.pingedAt);
      known.pingedAt = now;
    }
    await turn();
    known.busy -= 1;
  }

  const http: Http = {
    async request(request) {
      const url = new URL(request.url);
      if (url.origin === new URL(BLOG).origin) return page(request.url, postHtml(Number(url.pathname.slice(1))));
      await visit(request);
      if (request.method === 'GET') return page(request.url, '<p>x', endpointOf(url));
      const pair = new TextDecoder().decode(request.body);
      told.set(pair, (told.get(pair) ?? 0) + 1);
      return { ...page(request.url, ''), status: 202 };
    },
  };

  function postHtml(post: number): string {
    const links = Array.from({ length: linksPerPost }, (_, n) => {
      const link = post * linksPerPost + n;
      return `<a href="https://host${link % hosts}.example/${link}">x</a>`;
    });
    return `<article>${links.join(' ')}</article>`;
  }

  const deps = house.deps({ http, pace: (_, software) => pingGap(software) });
  const deliver = createDeliverHandler(deps);
  let done = 0;
  let early = 0;
  const links = posts * linksPerPost;

  async function drain(until: number): Promise<void> {
    for (;;) {
      const jobs = await store.jobs.claim({ now: time.now, limit: AT_ONCE, leaseMs: 45_000, kinds: ['deliver'] });
      await Promise.all(
        jobs.map(async (job) => {
          const outcome = await deliver(job);
          if (outcome.outcome === 'later') return store.jobs.postpone(job, outcome.at, { keepAttempts: false });
          done += 1;
          if (done === Math.ceil(links / 10)) early = heapMiB();
          return store.jobs.finish(job);
        }),
      );
      if (jobs.length > 0) continue;
      const next = await store.jobs.nextStart(['deliver']);
      if (next === undefined || next > until) break;
      time.now = Math.max(time.now, next);
    }
  }

  for (let post = 0; post < posts; post += 1) await publish(deps, `${BLOG}${post}`);
  await drain(began + 24 * 3_600_000);
  const delivered = (await store.deliveries.list({ status: 'delivered', limit: links + 1 })).length;
  return {
    delivered,
    others: links - delivered,
    twice: [...told.values()].filter((times) => times > 1).length,
    ...figures,
    simulatedMinutes: Math.round((time.now - began) / 60_000),
    grownMiB: heapMiB() - early,
  };
}

function endpointOf({ host, pathname }: URL): string {
  const link = Number(pathname.slice(1));
  return link % 3 === 0 ? `https://service${link % SERVICES}.example/wm/${link}` : `https://${host}/wm`;
}

function page(url: string, html: string, endpoint?: string): HttpReply {
  const link = endpoint === undefined ? [] : ([['link', `<${endpoint}>; rel=webmention`]] as [string, string][]);
  const headers: [string, string][] = [['content-type', 'text/html'], ...link];
  return { ok: true, status: 200, finalUrl: url, headers, body: ENCODER.encode(html), truncated: false, chain: [url] };
}

/** After a collection where Node lets us have one. */
function heapMiB(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
