import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { compose, type Hearback } from '../../../packages/server/dist/compose/hearback.js';
import { checkNetwork } from '../../../packages/server/dist/compose/network-text.js';
import { realWorld } from '../../../packages/server/dist/compose/world.js';
import { type RawConfig, readConfig } from '../../../packages/server/dist/config.js';
import { createLog } from '../../../packages/server/dist/log.js';
import type { Mention } from '../../../packages/server/dist/mention.js';
import { createMemoryLedger, type LedgerEvent } from '../../../packages/server/dist/network/ledger.js';
import { NETWORK_LIMITS, type NetworkLimits } from '../../../packages/server/dist/network/limits.js';
import type { Store } from '../../../packages/server/dist/ports/index.js';
import { pageKey, siteId } from '../../../packages/server/dist/site.js';
import { openSqliteStore } from '../../../packages/server/dist/storage/sqlite/open.js';
// The server loads it for the first page that somebody asks for: no case is to be blamed for that.
import '../../../packages/server/dist/web/app.js';
import '../../support/threads/bundled.ts';
import { putTables } from '../../support/tables.ts';
import { createFakeDns, type FakeDns } from './dns.ts';
import { createDialMap, type DialMap } from './peers.ts';
import { createTestTime } from './time.ts';
import { exchange, type WireOptions, type WireReply } from './wire.ts';

const SITE = 'http://alice.example/';
/** Public, and an address of this machine all the same. */
export const MACHINE = '198.100.0.7';
const OPEN_PAGES = ['', 'post', ...Array.from({ length: 500 }, (_, page) => `post/${page}`)].map((path) => SITE + path);
const GONE = 'http://alice.example/gone';
const CLOSED = 'http://alice.example/closed';

let clients = 0;
/** Every request is another stranger's, so that no limit of one client is in the way: all of 127.0.0.0/8 is ours. */
function nextClient(): string {
  clients += 1;
  return `127.${1 + ((clients >> 16) % 250)}.${(clients >> 8) & 255}.${clients & 255}`;
}

/** `short` shortens the deadlines of the network to a quarter; nothing else. */
export type Form = 'short' | 'full';

/** A whole server as `hearback serve` composes it, between a fake DNS and a dial map, on a socket. */
export interface Rig {
  readonly hearback: Hearback;
  readonly port: number;
  readonly dns: FakeDns;
  readonly dialMap: DialMap;
  readonly limits: NetworkLimits;
  readonly log: string[];
  /** Everything outbound since the last `forget`. */
  readonly events: readonly LedgerEvent[];
  of<K extends LedgerEvent['event']>(kind: K): readonly Extract<LedgerEvent, { event: K }>[];
  forget(): void;
  send(bytes: string | Uint8Array, options?: WireOptions): Promise<WireReply>;
  now(): number;
  /** Time that passes at once. */
  advance(ms: number): void;
  /** What chance says from now on, in [0, 1); 0 at first, so that nothing is put off. */
  chance(fraction: number): void;
  /** Resolves when nothing is due and nothing is begun. */
  settle(): Promise<void>;
  /** Lets time pass from one start to the next and everything be done that is due within `ms`; a minute unless told. */
  pass(ms?: number): Promise<void>;
  mentions(): Promise<readonly Mention[]>;
  /** How many there are. */
  rows(): Promise<number>;
  close(): Promise<void>;
}

function limitsOf(form: Form): NetworkLimits {
  if (form === 'full') return NETWORK_LIMITS;
  const { totalMs, dnsMs, connectMs, tlsMs, headersMs, idleMs } = NETWORK_LIMITS;
  return {
    ...NETWORK_LIMITS,
    totalMs: totalMs / 4,
    dnsMs: dnsMs / 4,
    connectMs: connectMs / 4,
    tlsMs: tlsMs / 4,
    headersMs: headersMs / 4,
    idleMs: idleMs / 4,
  };
}

/** In memory where there is such a folder: a drill of a thousand mentions is not about this machine's disk. */
function folderFor(): string {
  try {
    return mkdtempSync('/dev/shm/hearback-attacks-');
  } catch {
    return mkdtempSync(join(tmpdir(), 'hearback-attacks-'));
  }
}

async function furnish({ sites }: Store): Promise<void> {
  const id = siteId(new URL(SITE));
  const switches = { receive: true, send: false, announce: false };
  await sites.configure({ id, url: SITE, name: '', feed: undefined, sitemap: undefined, ...switches });
  const pages = [...OPEN_PAGES, GONE, CLOSED].map((url) => ({ key: pageKey(url), url, title: 'A post' }));
  await sites.savePages(id, pages, []);
  const left = pages.filter(({ url }) => url !== GONE);
  await sites.savePages(id, left, [pageKey(GONE)]);
  await sites.setPageSwitches(id, pageKey(CLOSED), { receive: false });
}

export async function openRig(form: Form, config: RawConfig = {}, data = folderFor()): Promise<Rig> {
  const time = createTestTime();
  const ledger = createMemoryLedger();
  const [dns, dialMap, log] = [createFakeDns(), createDialMap(), [] as string[]];
  const limits = limitsOf(form);
  const world = realWorld();
  let fraction = 0;
  let forgotten = 0;
  const raw = {
    sites: [{ url: SITE, sitemap: `${SITE}sitemap.xml` }],
    port: 0,
    data,
    publicUrl: 'http://hear.example',
    ...config,
  };
  await putTables(openSqliteStore, data, furnish);
  const hearback = await compose(readConfig(raw, checkNetwork), {
    log: createLog({ interactive: false, write: (line) => void log.push(line) }),
    world: {
      clock: time.clock,
      timer: time.timer,
      elapsed: { ms: time.clock.now },
      random: { ...world.random, fraction: () => fraction },
      resolver: dns,
      dialer: dialMap,
      ledger,
      networkLimits: limits,
      ownAddresses: () => new Set([MACHINE]),
    },
  });
  const { url } = await hearback.listen();
  const port = Number(new URL(url).port);
  const tables = new DatabaseSync(join(data, 'hearback.db'), { readOnly: true });
  const events = () => ledger.events.slice(forgotten);

  const running = tables.prepare('SELECT count(leasedJob) AS n FROM jobGroup');
  /** Asked every other millisecond, so it costs as little as it can: `counts` of the store would be half of what a case takes. */
  async function isQuiet(): Promise<boolean> {
    if (Number(running.get()?.n) > 0) return false;
    return ((await hearback.store.jobs.nextStart()) ?? Number.POSITIVE_INFINITY) > time.clock.now();
  }

  async function settle(): Promise<void> {
    while (!(await isQuiet())) await pause(2);
  }

  const rig: Rig = {
    hearback,
    port,
    dns,
    dialMap,
    limits,
    log,
    get events() {
      return events();
    },
    of: (kind) => events().filter(({ event }) => event === kind) as never,
    forget() {
      forgotten = ledger.events.length;
      log.length = 0;
      dialMap.strays.length = 0;
    },
    send: (bytes, options) => exchange(port, bytes, { from: nextClient(), ...options }),
    now: time.clock.now,
    advance: time.advance,
    chance(next) {
      fraction = next;
    },
    settle,
    async pass(ms = 60_000) {
      const end = time.clock.now() + ms;
      for (;;) {
        await settle();
        const next = await hearback.store.jobs.nextStart();
        if (next === undefined || next > end) return;
        time.advance(Math.max(0, next - time.clock.now()));
      }
    },
    mentions: () => hearback.store.mentions.list({ limit: 100_000 }),
    rows: async () => Number(tables.prepare('select count(*) as n from mention').get()?.n),
    async close() {
      tables.close();
      await hearback.stop();
      await dialMap.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
  // Its site map is asked for once, and there is none: the pages are those that it was furnished with.
  await rig.settle();
  return rig;
}
