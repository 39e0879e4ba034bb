import { type HeaderLine, type HttpFailure, type HttpReply, type HttpRequest, parseUrl } from '@hearback/protocol';
import type { Toll } from '../ports/index.ts';
import type { Connection, Connections } from './connections.ts';
import { createConnector } from './connector.ts';
import type { Dialer } from './dialer.ts';
import { type Answer, type Ask, exchange, type Unanswered } from './exchange.ts';
import { failure } from './failure.ts';
import type { Guard, Passport } from './guard.ts';
import type { Ledger } from './ledger.ts';
import type { NetworkLimits } from './limits.ts';
import { nextHop } from './redirect.ts';
import { victimOf } from './victim.ts';
import { LATE, within } from './within.ts';

export interface FetcherOptions {
  readonly guard: Guard;
  readonly dialer: Dialer;
  readonly ledger: Ledger;
  readonly limits: NetworkLimits;
  readonly userAgent: string;
}

export interface Fetcher {
  /** See `Http.request`. A toll is paid before each hop, for what strangers cause. */
  request(request: HttpRequest, toll?: Toll): Promise<HttpReply | HttpFailure>;
  close(): Promise<void>;
}

/** Header names that a caller may choose; nothing else that it passes is sent, whatever it is. */
const CALLERS_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  // `identity` only: whoever looks how a server answers those who ask for no coding.
  'accept-encoding',
  'content-type',
  'if-none-match',
  'if-modified-since',
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'x-webmention-signature',
  // The owner's own, of a topic of theirs: only a POST has it, which never leaves its host name nor https.
  'authorization',
]);

function headersOf(request: HttpRequest, userAgent: string): Record<string, string> {
  const chosen = Object.entries(request.headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name !== 'authorization' || request.method === 'POST');
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'gzip',
    ...Object.fromEntries(chosen.filter(([name]) => CALLERS_HEADERS.has(name))),
  };
}

/** Without what only this file needs to know. */
function plain({ ok, kind, reason, status, waitMs }: HttpFailure, sent: readonly HeaderLine[]): HttpFailure {
  return { ok, kind, reason, sent, ...(status !== undefined && { status }), ...(waitMs !== undefined && { waitMs }) };
}

/** What undici writes, but for `connection`, which is between it and the socket. */
function sentLines(
  { host }: URL,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | undefined,
): HeaderLine[] {
  const length: HeaderLine[] = body === undefined ? [] : [['content-length', String(body.length)]];
  return [['host', host], ...Object.entries(headers), ...length];
}

function isUsualPort(url: URL): boolean {
  return url.port === '';
}

/**
 * The guarded network as the protocol sees it. Every hop is judged by the guard; time, bytes, headers and hops are bounded
 * by `limits` for each request as a whole.
 */
export function createFetcher({ guard, dialer, ledger, limits, userAgent }: FetcherOptions): Fetcher {
  const connect = createConnector({ guard, dialer, ledger, limits });
  let opened: Promise<Connections> | undefined;
  const stopping = new AbortController();

  /** The HTTP client is loaded when something is asked: a tenth of the start, which the first pingback need not wait for. */
  function open(): Promise<Connections> {
    opened ??= import('./connections.ts').then(({ createConnections }) => createConnections(limits));
    return opened;
  }

  function refused(url: URL, refusal: HttpFailure): HttpFailure {
    ledger.append({ event: 'refused', url: url.href, reason: refusal.reason });
    return refusal;
  }

  /** Own hosts are exempt for the owner's errands, not as a place to be sent to by a stranger. */
  function judge(url: URL, first: URL): Passport | HttpFailure {
    const passport = guard.inspect(url);
    if (!passport.ok || !passport.own || url.host === first.host) return passport;
    const start = guard.inspect(first);
    const sameSite = isUsualPort(url) && isUsualPort(first) && victimOf(url.href) === victimOf(first.href);
    if ((start.ok && start.own) || sameSite) return passport;
    return failure('refused', `${first.hostname} sent us on to our own site ${url.host}, which is not followed`);
  }

  async function over(connection: Connection, ask: Ask, signal: AbortSignal): Promise<Answer | Unanswered> {
    ledger.append({ event: 'request', method: ask.method, url: ask.url.href, address: connection.address });
    const answer = await exchange(connection, ask, limits, signal);
    if (answer.ok) (await open()).release(ask.url.origin, connection);
    return answer;
  }

  async function oneHop(ask: Ask, first: URL, signal: AbortSignal, toll?: Toll): Promise<Answer | HttpFailure> {
    const passport = judge(ask.url, first);
    if (!passport.ok) return refused(ask.url, passport);
    // A kept connection may be closed by the peer while we write. A GET is then sent once more; a notification cannot be
    // repeated on a guess (RFC 9110 §9.2.2), so it does not take that risk: many servers close after each answer unsaid.
    const connections = await open();
    const kept = ask.method === 'POST' ? undefined : connections.take(ask.url.origin);
    if (kept !== undefined) {
      const entered = await toll?.enter(ask.url, [kept.address]);
      if (entered && !entered.ok) {
        connections.release(ask.url.origin, kept);
        return entered;
      }
      const answer = await over(kept, ask, signal);
      if (answer.ok || answer.answered || answer.kind !== 'reset') return answer;
    }
    const connected = await connect(passport, ask.url, signal, toll);
    if (!connected.ok) return connected.kind === 'refused' ? refused(ask.url, connected) : connected;
    return over(connections.add(ask.url.origin, connected.socket, connected.address), ask, signal);
  }

  async function follow(
    request: HttpRequest,
    first: URL,
    signal: AbortSignal,
    toll?: Toll,
  ): Promise<HttpReply | HttpFailure> {
    const { method, body, maxBytes = limits.bodyBytes, reads } = request;
    // Whatever the caller says, a body is never carried to another host.
    const mode = method === 'POST' ? 'endpoint' : request.redirects;
    const hops = mode === 'endpoint' ? limits.endpointHops : limits.hops;
    const headers = headersOf(request, userAgent);
    const chain: string[] = [];
    let url = first;
    for (;;) {
      chain.push(url.href);
      const answer = await oneHop({ url, method, headers, body, maxBytes, reads }, first, signal, toll);
      const sent = sentLines(url, headers, body);
      if (!answer.ok) return plain(answer, answer.kind === 'refused' || answer.kind === 'waiting' ? [] : sent);
      const next = nextHop(url, mode, answer);
      if (next.kind === 'stay') return { ...answer, finalUrl: url.href, chain, sent };
      if (next.kind === 'fail') return refusedOrNot(url, next.failure);
      if (chain.length > hops)
        return {
          ...failure('redirects', `${first.hostname} redirects more than ${hops} times`),
          status: answer.status,
        };
      url = next.url;
    }
  }

  function refusedOrNot(url: URL, outcome: HttpFailure): HttpFailure {
    return outcome.kind === 'refused' ? refused(url, outcome) : outcome;
  }

  return {
    async request(request, toll) {
      const parsed = parseUrl(request.url);
      if (!parsed.ok) return failure('refused', `${request.url.slice(0, 200)} is not a usable URL: ${parsed.reason}`);
      const first = parsed.url;
      first.hash = '';
      const outcome = await within(limits.totalMs, stopping.signal, (signal) => follow(request, first, signal, toll));
      if (outcome !== LATE) return outcome;
      return failure('timeout', `${first.hostname} did not answer completely within ${limits.totalMs / 1000} seconds`);
    },
    async close() {
      stopping.abort();
      await (await opened)?.close();
    },
  };
}
