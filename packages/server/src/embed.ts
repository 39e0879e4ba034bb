import type { IncomingMessage, ServerResponse } from 'node:http';
import { readReferral, type Visit } from '@hearback/protocol';
import { compose, type Hearback } from './compose/hearback.ts';
import { checkNetwork } from './compose/network-text.ts';
import { type RawConfig, readConfig } from './config.ts';
import { messageOf } from './errors.ts';
import { createLog } from './log.ts';
import type { SendOptions, SendReport } from './outbound/sender.ts';
import type { ResolveTarget } from './pages/resolve.ts';

/** The keys of the configuration file (docs/configuration.md), and what only code can give. */
export interface HearbackConfig extends RawConfig {
  /** The host application's router, in place of a sitemap or feed. */
  readonly resolveTarget?: ResolveTarget;
  /** Hears a line of JSON for each event; silent unless given. */
  readonly onLog?: (line: string) => void;
}

export interface RefbackVisit {
  /** The visitor's address. Without it a referrer that names only a site is not counted. */
  readonly address?: string;
  /** What the request was answered with; 200 unless told. */
  readonly status?: number;
  /** The page as the world knows it, where a proxy made another URL of it. */
  readonly url?: string;
}

export interface EmbeddedHearback {
  /** Answers `/xmlrpc`, `/api`, `/fragment`, `/widget.js`, `/status` and `/admin`. Opens the store at the first request. */
  fetch(request: Request, info?: { readonly address?: string | undefined }): Promise<Response>;
  /**
   * The same for servers that speak `node:http`: `app.use(hearback.node)`. Has to stand before body parsers. What is not
   * for Hearback is left to `next`, and what is wrong is told to it; without one the answers are 404 and 500.
   */
  readonly node: (req: IncomingMessage, res: ServerResponse, next?: (error?: Error) => void) => void;
  /**
   * To be called for every request for a page of the application's own, before or after it is answered: hears from its
   * `Referer` who links to the page. Never rejects, and fetches nothing.
   */
  refback(request: Request, visit?: RefbackVisit): Promise<void>;
  /** Begins to verify, deliver and watch. Rejects with one line for a person when the store or the configuration cannot be used. */
  start(): Promise<void>;
  /** Finishes what was begun and closes the store. */
  stop(): Promise<void>;
  /** The one-time link to choose the owner's name and password; `undefined` once there is an owner. An older link is good no more. */
  setUpLink(): Promise<string | undefined>;
  /** Announces pages of the configured sites; waits half a minute for outcomes unless told. Needs `start`. */
  send(urls: readonly string[], options?: Partial<SendOptions>): Promise<SendReport>;
}

/**
 * A whole Hearback inside another application. `publicUrl` is where the application mounts it.
 *
 * @example
 * const hearback = createHearback({ sites: ['https://example.org'], publicUrl: 'https://example.org', data: './hearback-data' });
 * await hearback.start();
 * app.use(hearback.node); // Express; Hono: app.notFound((c) => hearback.fetch(c.req.raw))
 * app.use('/posts/*', async (c, next) => { await next(); void hearback.refback(c.req.raw, { status: c.res.status }); });
 */
export function createHearback({ resolveTarget, onLog, ...raw }: HearbackConfig): EmbeddedHearback {
  const log = createLog({ interactive: false, write: onLog ?? (() => {}) });
  let opened: Promise<Hearback> | undefined;
  // Opened once; what went wrong is told to everyone who asks, not thrown into the air.
  const open = () => {
    opened ??= (async () => compose(readConfig(raw, checkNetwork), { log, resolveTarget }))();
    return opened;
  };
  return {
    fetch: async (request, info) => (await open()).fetch(request, info),
    async refback(request, visit = {}) {
      const reading = readReferral(visitOf(request, visit));
      if (!reading.ok) return;
      try {
        await (await open()).referrals.hear(reading.referral, {});
      } catch (error) {
        log.error(`A visit could not be heard: ${messageOf(error)}`);
      }
    },
    node(req, res, next) {
      const pass = (error?: Error) => {
        if (error) log.error(error.message);
        if (next) next(error);
        else res.writeHead(error ? 500 : 404).end();
      };
      open().then(({ mounted }) => mounted(req, res, pass), pass);
    },
    start: async () => (await open()).start(),
    setUpLink: async () => (await open()).setUpLink(),
    // What could not be opened has nothing to finish.
    stop: async () => (await opened?.catch(() => undefined))?.stop(),
    send: async (urls, options) => (await open()).send(urls, { waitMs: 30_000, ...options }),
  };
}

function visitOf({ method, headers, url }: Request, visit: RefbackVisit): Visit {
  return {
    method,
    status: visit.status ?? 200,
    page: visit.url ?? url,
    referrer: headers.get('referer') ?? '',
    userAgent: headers.get('user-agent') ?? '',
    purpose: ['sec-purpose', 'purpose', 'x-moz'].map((name) => headers.get(name) ?? '').join(' '),
    at: undefined,
    client: visit.address,
  };
}
