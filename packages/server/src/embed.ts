import { compose, type Hearback } from './compose/hearback.ts';
import { checkNetwork } from './compose/network-text.ts';
import { type RawConfig, readConfig } from './config.ts';
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

export interface EmbeddedHearback {
  /** Answers `/xmlrpc`, `/api`, `/fragment`, `/widget.js`, `/status` and `/admin`. Opens the store at the first request. */
  fetch(request: Request, info?: { readonly address?: string }): Promise<Response>;
  /** Begins to verify, deliver and watch. Rejects with one line for a person when the store or the configuration cannot be used. */
  start(): Promise<void>;
  /** Finishes what was begun and closes the store. */
  stop(): Promise<void>;
  /** Announces pages of the configured sites; waits half a minute for outcomes unless told. Needs `start`. */
  send(urls: readonly string[], options?: Partial<SendOptions>): Promise<SendReport>;
}

/**
 * A whole Hearback inside another application. `publicUrl` is where the application mounts it.
 *
 * @example
 * const hearback = createHearback({ sites: ['https://example.org'], publicUrl: 'https://example.org', data: './hearback-data' });
 * await hearback.start();
 * app.all('/xmlrpc', (c) => hearback.fetch(c.req.raw));
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
    start: async () => (await open()).start(),
    stop: async () => opened && (await opened).stop(),
    send: async (urls, options) => (await open()).send(urls, { waitMs: 30_000, ...options }),
  };
}
