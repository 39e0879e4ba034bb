import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USUAL_ALLOWANCES } from '../../packages/server/src/allowances.ts';
import { createInbox } from '../../packages/server/src/inbound/accept.ts';
import { createDesk } from '../../packages/server/src/inbound/desk.ts';
import { createGate } from '../../packages/server/src/inbound/gate.ts';
import { createLookAgain } from '../../packages/server/src/inbound/look-again.ts';
import { createRuleShelf } from '../../packages/server/src/inbound/rule-shelf.ts';
import { createVerify } from '../../packages/server/src/inbound/verify.ts';
import { createStep } from '../../packages/server/src/jobs/step.ts';
import { createNeverFetch } from '../../packages/server/src/limits/never-fetch.ts';
import { createSharedPages } from '../../packages/server/src/limits/shared-pages.ts';
import { createTally } from '../../packages/server/src/limits/tally.ts';
import { createVictims, type TollHttp } from '../../packages/server/src/limits/victims.ts';
import { victimOf } from '../../packages/server/src/network/victim.ts';
import { createSiteDirectory } from '../../packages/server/src/pages/directory.ts';
import { openSqliteStore } from '../../packages/server/src/storage/sqlite/open.ts';
import { readerHere } from '../../packages/server/test/support/reader-here.ts';

/** Memory is a disk whose syncs take no time; what is simulated here is a year, and not a disk. */
const QUICK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export interface Time {
  now: number;
}

/** Everything between the door and the ledger as it runs in earnest, but for the time and the web. */
export async function openHouse(time: Time, web: TollHttp, fraction: () => number) {
  const directory = mkdtempSync(join(QUICK, 'hearback-year-'));
  const clock = { now: () => time.now };
  const elapsed = { ms: () => time.now };
  let count = 0;
  const random = { id: () => `id-${String(++count).padStart(19, '0')}`, secret: () => 'secret', fraction };
  const store = await openSqliteStore({ directory, clock });
  await store.sites.configure({
    id: 'alice.example',
    url: 'https://alice.example/',
    name: 'Alice',
    feed: undefined,
    sitemap: undefined,
    receive: true,
    send: true,
    announce: false,
  });
  const sites = createSiteDirectory(store.sites, clock);
  await sites.refresh();
  const victims = createVictims({
    http: web,
    budgets: store.budgets,
    allowances: USUAL_ALLOWANCES,
    clock,
    elapsed,
    tally: createTally(elapsed),
    neverFetch: createNeverFetch([]),
    victimOf: (url) => victimOf(url.href),
    blockOf: (address) => victimOf(`http://${address}/`),
    standingOf: async ({ host }) => ((await store.mentions.knowsHost(undefined, host)) ? 'known' : 'unknown'),
    pause: async (ms) => {
      time.now += ms;
    },
  });
  const pageGapMs = USUAL_ALLOWANCES.pageGap * 1000;
  const shared = createSharedPages(pageGapMs, elapsed);
  const { resolve } = sites;
  const ofVictim = (url: URL) => victimOf(url.href);
  const inbox = createInbox({
    ...{ store, clock, random, resolve, victimOf: ofVictim },
    refusesSource: () => undefined,
    statusUrl: (id) => `https://hear.example/status/${id}`,
    firstDelay: () => 5_000,
    onWork: () => {},
    gate: createGate({ store, rules: createRuleShelf(store.rules, clock), clock, random }),
  });
  const verify = createVerify({
    ...{ store, clock, random, resolve, pageGapMs },
    reader: readerHere,
    http: shared(victims.http()),
    httpAgain: shared(victims.http({ share: 0.5 })),
  });
  const nothing = async () => ({ outcome: 'done' }) as const;
  const rest = { deliver: nothing, map: nothing, watch: nothing, hook: nothing, notice: nothing, avatar: nothing };
  const failures: string[] = [];
  const step = createStep({
    ...{ jobs: store.jobs, lostJobs: store.lostJobs, clock, random },
    handlers: { ...rest, verify, chore: nothing },
    room: { deliver: 0, map: 0, watch: 0, hook: 0, notice: 0, avatar: 0, chore: 0 },
    onFailure: (_, reason) => failures.push(reason),
  });

  return {
    store,
    desk: createDesk({ store, clock, random }),
    failures,
    announce: (source: string, target: string) => inbox.accept({ protocol: 'webmention', source, target }, {}),
    lookAgain: createLookAgain({ store, clock, victimOf: ofVictim }),
    /** Moves the clock and looks at all that is due by then, in order. */
    async pass(until: number) {
      for (;;) {
        const next = await store.jobs.nextStart(['verify']);
        if (next === undefined || next > until) break;
        time.now = Math.max(time.now, next);
        await step.begin();
        await step.idle();
      }
      time.now = Math.max(time.now, until);
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
