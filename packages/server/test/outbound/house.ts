import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putTables } from '../../../../test/support/tables.ts';
import { folderHere } from '../../src/compose/folder.ts';
import type { Job, JobKind } from '../../src/job.ts';
import type { JobOutcome } from '../../src/jobs/outcome.ts';
import { createDeliverHandler, type DeliverDeps } from '../../src/outbound/deliver.ts';
import type { PreviewDeps } from '../../src/outbound/preview.ts';
import type { WatchDeps } from '../../src/outbound/watch.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import type { Site } from '../../src/site.ts';
import { siteId } from '../../src/site.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { readerHere } from '../support/reader-here.ts';
import { createScriptedWeb } from './scripted-web.ts';

const LEASE_MS = 45_000;

export const BLOG = 'https://alice.example/';

export function blog(changes: Partial<Site> = {}): Site {
  const url = changes.url ?? BLOG;
  return {
    id: siteId(new URL(url)),
    url,
    name: 'Alice',
    feed: undefined,
    sitemap: undefined,
    receive: true,
    send: true,
    announce: true,
    ...changes,
  };
}

export type Handlers = Partial<Record<JobKind, (job: Job) => Promise<JobOutcome>>>;

/**
 * A house with a real store in a folder of its own, a scripted network and a clock that only tests move.
 * `restart` closes the store and opens it again, as after the end of a process.
 */
export async function openHouse(...sites: readonly Site[]) {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-outbound-'));
  const time = { now: Date.UTC(2026, 0, 1) };
  const clock = { now: () => time.now };
  let count = 0;
  const random = { id: () => `id-${++count}`, secret: () => 'secret', fraction: () => 0.5 };
  const web = createScriptedWeb();
  await putTables(openSqliteStore, directory);
  let store = await openSqliteStore({ directory, clock });
  for (const site of sites) await store.sites.configure(site);

  const house = {
    web,
    time,
    clock,
    random,
    woken: 0,
    reported: [] as string[],
    get store() {
      return store;
    },
    /** What the use cases are given. */
    deps(changes: Partial<WatchDeps & DeliverDeps & PreviewDeps> = {}): WatchDeps & DeliverDeps & PreviewDeps {
      return {
        store,
        http: web,
        reader: readerHere,
        directory: createSiteDirectory(store.sites, clock),
        clock,
        random,
        pace: () => 0,
        wake: () => {
          house.woken += 1;
        },
        watchEvery: undefined,
        since: undefined,
        folder: folderHere,
        report: (sentence) => void house.reported.push(sentence),
        dontTell: [],
        pause: async (ms) => {
          time.now += ms;
        },
        onFinal: async () => {},
        isOwnEndpoint: ({ host }) => host === 'hearback.alice.example',
        ...changes,
      };
    },
    /** Runs everything that is due, and what that makes due, to the end. A handler that throws stands for a killed process. */
    async runDue(handlers: Handlers = { deliver: createDeliverHandler(house.deps()) }): Promise<readonly JobOutcome[]> {
      const outcomes: JobOutcome[] = [];
      const kinds = Object.keys(handlers) as JobKind[];
      for (;;) {
        const { now } = time;
        const room = new Map(kinds.map((kind) => [kind, 1] as const));
        const [lost] = await store.lostJobs.takeOver({ now, leaseMs: LEASE_MS, room });
        const [job] = lost ? [lost] : await store.jobs.claim({ now, limit: 1, leaseMs: LEASE_MS, kinds });
        if (!job) return outcomes;
        const outcome = (await handlers[job.kind]?.(job)) ?? { outcome: 'done' };
        outcomes.push(outcome);
        if (outcome.outcome === 'later')
          await store.jobs.postpone(job, outcome.at, { keepAttempts: outcome.keepAttempts ?? true });
        else await store.jobs.finish(job);
      }
    },
    /** Moves the clock from one start to the next, running what is due, until nothing starts before `until`. */
    async runUntil(until: number, handlers?: () => Handlers): Promise<void> {
      for (;;) {
        const given = handlers?.() ?? { deliver: createDeliverHandler(house.deps()) };
        await house.runDue(given);
        const next = await store.jobs.nextStart(Object.keys(given) as JobKind[]);
        if (next === undefined || next > until) break;
        time.now = Math.max(time.now, next);
      }
      time.now = until;
    },
    async restart() {
      await store.close();
      store = await openSqliteStore({ directory, clock });
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return house;
}
