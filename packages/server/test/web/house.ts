import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createReceiver,
  createRefbackReceiver,
  createTrackbackReceiver,
  createWebmentionReceiver,
  type Entry,
  type Facts,
  identity,
  type Referral,
} from '@hearback/protocol';
import { putTables } from '../../../../test/support/tables.ts';
import type { SeenLink } from '../../src/backlink.ts';
import { openNotices } from '../../src/compose/notices.ts';
import { openSpool } from '../../src/compose/spool.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { createFileReader } from '../../src/import/reader-of-files.ts';
import { createInbox } from '../../src/inbound/accept.ts';
import { createBridge } from '../../src/inbound/bridge.ts';
import { createDesk } from '../../src/inbound/desk.ts';
import { createGate } from '../../src/inbound/gate.ts';
import { createRuleShelf } from '../../src/inbound/rule-shelf.ts';
import type { LinkState, ModerationState } from '../../src/mention.ts';
import { createResend } from '../../src/outbound/resend.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import { pageKey, type Site, siteId } from '../../src/site.ts';
import { createStatusIds } from '../../src/status-id.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { systemRandom } from '../../src/system.ts';
import type { WebDeps } from '../../src/web/deps.ts';
import { createWeb, type WebOptions } from '../../src/web/web.ts';
import { NO_LIMITS } from '../limits/no-limits.ts';

const SITE = 'https://alice.example/';
export const POST = 'https://alice.example/post';

export interface Seed {
  readonly source?: string;
  readonly target?: string;
  /** Its id; the one of the house unless told. */
  readonly site?: string;
  readonly link?: LinkState;
  readonly moderation?: ModerationState;
  readonly entry?: Partial<Entry>;
  readonly facts?: Partial<Facts>;
  readonly anchor?: string;
}

const ENTRY: Entry = {
  kind: 'mention',
  rsvp: '',
  title: 'A title',
  author: { name: 'Bob', url: 'https://bob.example/', photo: '' },
  excerpt: 'So I read this.',
  published: '',
};
const FACTS: Facts = {
  status: 200,
  finalUrl: 'https://bob.example/a',
  title: 'A title',
  canonical: '',
  noindex: false,
  language: 'en',
};

const SEEN: SeenLink = {
  ...{ anchor: '', rel: [], place: 'content', links: 1, isFollowed: true, noindex: '', robots: '', language: 'en' },
  ...{ finalUrl: 'https://bob.example/a', chain: [], canonical: '', entityTag: '', lastModified: '' },
};

/** A web server over a real store in a folder of its own, with a clock that only tests move. */
export async function openHouse({
  publicUrl = 'http://127.0.0.1:7777',
  changes = {},
  options = {},
  most,
}: {
  publicUrl?: string;
  changes?: Partial<WebDeps>;
  options?: WebOptions;
  /** Bytes of a file that is given. */
  most?: number;
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-web-'));
  const time = { now: Date.UTC(2026, 0, 2, 12) };
  const clock = { now: () => time.now };
  await putTables(openSqliteStore, folder);
  const store = await openSqliteStore({ directory: folder, clock });
  const site: Site = {
    id: siteId(new URL(SITE)),
    url: SITE,
    name: 'Alice',
    feed: undefined,
    sitemap: undefined,
    receive: true,
    send: false,
    announce: false,
  };
  await store.sites.configure(site);
  const directory = createSiteDirectory(store.sites, clock);
  await directory.refresh();
  const random = systemRandom;
  const statusIds = createStatusIds(randomBytes(32));
  const desk = createDesk({ store, clock, random });
  const inbox = createInbox({
    store,
    clock,
    random,
    resolve: directory.resolve,
    refusesSource: ({ hostname }) => (hostname === 'blocked.example' ? 'The host is blocked.' : undefined),
    statusUrl: (id) => `${publicUrl}/status/${statusIds.seal(id)}`,
    victimOf: ({ host }) => host,
    firstDelay: () => 0,
    onWork: () => {},
  });
  const bridge = createBridge({
    ...{ inbox, store, clock, random, resolve: directory.resolve },
    idOf: (url) => statusIds.open(url.slice(url.lastIndexOf('/') + 1)),
    isOwnEndpoint: ({ href }) => href.startsWith(`${publicUrl}/`),
  });
  const defects: unknown[] = [];
  const heard: (Referral & { readonly site: string | undefined })[] = [];
  const files = createFileReader({
    ...{ store, clock, random, resolve: directory.resolve, most },
    spool: openSpool(join(folder, 'imports')),
    formats: async () => FORMATS,
    gate: createGate({ store, rules: createRuleShelf(store.rules, clock), clock, random }),
    refusesSource: () => undefined,
    victimOf: ({ host }) => host,
    onWork: () => {},
    onError: (error) => defects.push(error),
  });
  const deps: WebDeps = {
    store,
    directory,
    desk,
    statusIds,
    receivers: {
      xmlrpc: createReceiver(inbox),
      bridge: createReceiver(bridge),
      webmention: createWebmentionReceiver(inbox),
      trackback: createTrackbackReceiver(inbox),
      refback: createRefbackReceiver({ hear: async (referral, { site }) => heard.push({ ...referral, site }) }),
    },
    clock,
    random,
    publicUrl: () => publicUrl,
    trustProxy: [],
    send: async () => ({ deliveries: [], problems: [], warnings: [] }),
    resend: createResend({ store, clock, pace: () => 0, wake: () => {} }),
    notices: openNotices({
      ...{ config: { smtp: undefined }, store, clock, random, publicUrl: () => publicUrl },
      http: { request: async () => ({ ok: false, kind: 'dns', reason: 'There is no such host here.' }) },
      log: { info: () => {}, warn: () => {}, error: () => {} },
    }),
    files,
    limits: NO_LIMITS,
    onDefect: (_, error) => defects.push(error),
    ...changes,
  };
  let seeds = 0;

  return {
    folder,
    store,
    directory,
    desk,
    time,
    site,
    defects,
    heard,
    deps,
    files,
    publicUrl,
    web: createWeb(deps, options),
    /** A mention as if it had been received, checked and decided on; answers its id. */
    async seed(seed: Seed = {}): Promise<string> {
      seeds += 1;
      time.now += 1000;
      const { source = `https://bob.example/a${seeds}`, target = POST, link = 'live', moderation = 'pending' } = seed;
      const at = time.now;
      const { id } = await store.mentions.accept({
        id: random.id(),
        site: seed.site ?? site.id,
        source,
        target,
        sourceKey: identity(source),
        targetKey: pageKey(target),
        protocol: 'pingback',
        receivedAt: at,
        group: 'bob.example',
        verifyAfter: at,
      });
      // A link can only be lost, or out of reach, after it was there.
      const checks: readonly LinkState[] =
        link === 'unverified' ? [] : link === 'absent' || link === 'live' ? [link] : ['live', link];
      for (const state of checks) {
        await store.mentions.recordCheck(
          id,
          {
            link: state,
            checkedAt: at,
            lastSeenAt: at,
            level: 'L0',
            links: [{ href: target, anchor: seed.anchor ?? 'read this', rel: [], level: 'L0' }],
            entry: { ...ENTRY, ...seed.entry },
            facts: { ...FACTS, ...seed.facts },
            ...(state === 'live' && { seen: { ...SEEN, anchor: seed.anchor ?? 'read this' } }),
          },
          [{ at, step: 'verified', outcome: state, reason: 'The page was looked at.' }],
        );
      }
      if (moderation !== 'pending') await desk.moderate([id], moderation);
      return id;
    },
    async close() {
      await files.stop();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;
