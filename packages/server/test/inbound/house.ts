import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Http, HttpFailureKind, Notification, Protocol } from '@hearback/protocol';
import { putTables } from '../../../../test/support/tables.ts';
import { createLookForLinks } from '../../src/import/look-for-links.ts';
import { createInbox } from '../../src/inbound/accept.ts';
import { createAskOrigin } from '../../src/inbound/ask-origin.ts';
import { createDesk } from '../../src/inbound/desk.ts';
import { createGate } from '../../src/inbound/gate.ts';
import { createReferrals, readOriginSubject } from '../../src/inbound/referrals.ts';
import { createRuleShelf } from '../../src/inbound/rule-shelf.ts';
import { createSuppression } from '../../src/inbound/suppression.ts';
import { createVerify } from '../../src/inbound/verify.ts';
import type { Job } from '../../src/job.ts';
import { createStep } from '../../src/jobs/step.ts';
import { readLinkingSubject } from '../../src/linking-subject.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { readerHere } from '../support/reader-here.ts';

export const TARGET = 'https://alice.example/post';
export const SOURCE = 'https://bob.example/answer';
export const HOUR = 3_600_000;

/** What a source answers: a page's HTML, a status, or a failure. */
export type Answer = string | number | HttpFailureKind;

/** A house with a real store, real judgement and jobs, a scripted web and a clock that only the test moves. */
export async function openHouse() {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-inbound-'));
  const time = { now: Date.UTC(2026, 0, 1) };
  const clock = { now: () => time.now };
  let count = 0;
  const random = { id: () => `id-${String(++count).padStart(19, '0')}`, secret: () => 'secret', fraction: () => 0.5 };
  await putTables(openSqliteStore, directory);
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

  const web = new Map<string, Answer>();
  /** Where an address leads, when it is not itself a page. */
  const redirects = new Map<string, string>();
  const asked: string[] = [];
  const http: Http = {
    async request({ url }) {
      asked.push(url);
      await house.onAsk();
      const finalUrl = redirects.get(url) ?? url;
      const answer = web.get(finalUrl) ?? 404;
      if (typeof answer === 'string' && !answer.startsWith('<'))
        return { ok: false, kind: answer as HttpFailureKind, reason: `No answer: ${answer}.` };
      const body = new TextEncoder().encode(typeof answer === 'string' ? answer : '');
      const headers = [['content-type', 'text/html; charset=utf-8']] as const;
      return {
        ok: true,
        status: typeof answer === 'number' ? answer : 200,
        finalUrl,
        headers,
        body,
        truncated: false,
        chain: [url],
      };
    },
  };
  const receiving = {
    store,
    clock,
    random,
    resolve: sites.resolve,
    refusesSource: (url: URL) => (url.hostname === '10.0.0.1' ? 'It is a private address.' : undefined),
    statusUrl: (id: string) => `https://hear.example/status/${id}`,
    victimOf: (url: URL) => url.hostname,
    firstDelay: () => 5000,
    onWork: () => {},
    gate: createGate({ store, rules: createRuleShelf(store.rules, clock), clock, random }),
  };
  const inbox = createInbox(receiving);
  const blockOf = (address: string) => address.replace(/\.\d+$/, '');
  const reports: string[] = [];
  const askOrigin = createAskOrigin({
    ...receiving,
    http,
    reader: { read: (what, given) => house.reader.read(what, given) },
    inbox,
    report: (sentence) => reports.push(sentence),
  });
  const verify = createVerify({
    store,
    http,
    reader: { read: (what, given) => house.reader.read(what, given) },
    clock,
    random,
    resolve: sites.resolve,
    suppression: createSuppression({ store, clock, random }),
  });
  const lookForLinks = createLookForLinks({
    ...receiving,
    ...{ http, sites: sites.sites, reader: { read: (what, given) => house.reader.read(what, given) } },
  });
  const nothing = async (_: Job) => ({ outcome: 'done' as const });
  const failures: string[] = [];
  const step = createStep({
    jobs: store.jobs,
    clock,
    random,
    handlers: {
      verify: (job) =>
        readLinkingSubject(job.subject) !== undefined
          ? lookForLinks(job)
          : readOriginSubject(job.subject)
            ? askOrigin(job)
            : verify(job),
      deliver: nothing,
      map: nothing,
      watch: nothing,
      hook: nothing,
      notice: nothing,
      avatar: nothing,
      chore: nothing,
    },
    onFailure: (_, reason) => failures.push(reason),
  });

  const house = {
    directoryPath: directory,
    /** Who takes pages apart. */
    reader: readerHere,
    /** What happens while a source is fetched. */
    onAsk: async (): Promise<void> => {},
    store,
    http,
    clock,
    directory: sites,
    receiving,
    desk: createDesk({ store, clock, random }),
    inbox,
    referrals: createReferrals({ ...receiving, inbox, blockOf }),
    resolve: sites.resolve,
    reports,
    web,
    redirects,
    asked,
    time,
    failures,
    tell: (source = SOURCE, target = TARGET, protocol: Protocol = 'pingback') =>
      inbox.accept({ protocol, source, target } satisfies Notification, {}),
    /** Moves the clock and does all that is due by then, in order. */
    async pass(ms: number) {
      const end = time.now + ms;
      for (;;) {
        const next = await store.jobs.nextStart();
        if (next === undefined || next > end) break;
        time.now = Math.max(time.now, next);
        await step.begin();
        await step.idle();
      }
      time.now = end;
    },
    async only() {
      const [mention] = await store.mentions.list({ limit: 2 });
      if (!mention) throw new Error('There is no mention.');
      return mention;
    },
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
  return house;
}

export const linking = (to = TARGET) =>
  `<!doctype html><title>An answer</title><p>Look at <a href="${to}">this post</a>.`;
export const silent = '<!doctype html><title>No link</title><p>Nothing.';
