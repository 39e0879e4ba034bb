import { type Http, notify, type Protocol } from '@hearback/protocol';
import { TEST_ARRIVED } from '../inbound/screen.ts';
import { findEndpoint } from '../outbound/find-endpoint.ts';
import type { PageReader, Random, Store } from '../ports/index.ts';
import type { TestPages } from '../test-page.ts';

export interface SendTestDeps {
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly pages: Pick<TestPages, 'addressFor'>;
  readonly store: Pick<Store, 'refusals'>;
  readonly random: Random;
  readonly publicUrl: string;
}

/** One notification that was tried. */
export interface Tried {
  readonly protocol: Protocol;
  readonly endpoint: string;
  /** The page of ours that was announced. */
  readonly source: string;
  /** `arrived`: this Hearback had it. `sent`: the endpoint took it, and is not ours. `failed`: see the reason. */
  readonly result: 'arrived' | 'sent' | 'failed';
  readonly reason: string;
  /** Of its trace, where it arrived here. */
  readonly trace: string | undefined;
}

export interface TestReport {
  readonly url: string;
  readonly tried: readonly Tried[];
  /** Why nothing was tried; `''` when something was. */
  readonly reason: string;
}

const SAYS = { title: 'A test of Hearback', excerpt: 'This tries whether notifications arrive.', siteName: 'Hearback' };
const ENCODER = new TextEncoder();
/** Newest first, so what was just sent is among them. */
const LOOKED_AT = 200;

/**
 * Announces a page of this server's own to whatever endpoints the target names, and says whether each arrived. It goes the
 * ordinary way, through names, proxies and the receiver, and ends where screening would let it in.
 *
 * @param takesRefbacks the site of the target hears its own visitors, which are tried too
 */
export async function sendTest(deps: SendTestDeps, url: URL, takesRefbacks: boolean): Promise<TestReport> {
  const { http, reader } = deps;
  const found = await findEndpoint({ http, reader }, url.href);
  if ('failure' in found) return { url: url.href, tried: [], reason: found.failure.reason };
  if ('poison' in found) return { url: url.href, tried: [], reason: found.poison };
  const tried: Tried[] = [];
  for (const { protocol, url: endpoint } of found.endpoints) tried.push(await tell(deps, protocol, endpoint, url.href));
  if (takesRefbacks) tried.push(await visit(deps, url.href));
  return { url: url.href, tried, reason: tried.length === 0 ? found.reason : '' };
}

async function tell(
  deps: SendTestDeps,
  protocol: Exclude<Protocol, 'refback'>,
  endpoint: string,
  target: string,
): Promise<Tried> {
  const source = deps.pages.addressFor(target, deps.random.id());
  const { outcome, reason } = await notify(deps.http, { protocol, url: endpoint }, { source, target, ...SAYS });
  const trace = await arrival(deps, source);
  if (trace !== undefined) return { protocol, endpoint, source, result: 'arrived', reason, trace };
  const result = outcome === 'delivered' || outcome === 'already' ? 'sent' : 'failed';
  return { protocol, endpoint, source, result, reason, trace };
}

/** A visitor who came from the test page, as the script of a page reports it. */
async function visit(deps: SendTestDeps, target: string): Promise<Tried> {
  const endpoint = `${deps.publicUrl.replace(/\/$/, '')}/refback`;
  const source = deps.pages.addressFor(target, deps.random.id());
  const reply = await deps.http.request({
    method: 'POST',
    url: endpoint,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: ENCODER.encode(new URLSearchParams({ target, referrer: source }).toString()),
    redirects: 'endpoint',
  });
  const trace = await arrival(deps, source);
  const reason = reply.ok ? `The beacon answered HTTP ${reply.status}.` : reply.reason;
  return {
    protocol: 'refback',
    endpoint,
    source,
    result: trace === undefined ? 'failed' : 'arrived',
    reason,
    trace,
  };
}

async function arrival({ store }: SendTestDeps, source: string): Promise<string | undefined> {
  const rows = await store.refusals.list({ limit: LOOKED_AT });
  return rows.find((row) => row.reason === TEST_ARRIVED && row.source === source)?.id;
}
