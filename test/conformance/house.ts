import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createReceiver,
  createRefbackReceiver,
  createTrackbackReceiver,
  createWebmentionReceiver,
  type Inbox,
  type Notification,
} from '@hearback/protocol';
import { createInbox } from '../../packages/server/src/inbound/accept.ts';
import { createDesk } from '../../packages/server/src/inbound/desk.ts';
import { createVerifiedReply } from '../../packages/server/src/inbound/verified-reply.ts';
import { createVerify } from '../../packages/server/src/inbound/verify.ts';
import type { JobHandler } from '../../packages/server/src/jobs/step.ts';
import { createStep } from '../../packages/server/src/jobs/step.ts';
import { createSiteDirectory } from '../../packages/server/src/pages/directory.ts';
import { pageKey, type Site } from '../../packages/server/src/site.ts';
import { createStatusIds } from '../../packages/server/src/status-id.ts';
import { openSqliteStore } from '../../packages/server/src/storage/sqlite/open.ts';
import { systemRandom } from '../../packages/server/src/system.ts';
import { listen } from '../../packages/server/src/web/listen.ts';
import { createWeb } from '../../packages/server/src/web/web.ts';
import { NO_LIMITS } from '../../packages/server/test/limits/no-limits.ts';
import { readerHere } from '../../packages/server/test/support/reader-here.ts';
import { putTables } from '../support/tables.ts';
import { requestDoor, socketDoor } from './doors.ts';
import { scriptedWeb } from './scripted-web.ts';

const SITE: Site = {
  id: 'alice.example',
  url: 'https://alice.example/',
  name: 'Alice',
  feed: undefined,
  sitemap: 'https://alice.example/sitemap.xml',
  receive: true,
  send: true,
  announce: false,
};
const OTHER_SITE: Site = { ...SITE, id: 'other.example', url: 'https://other.example/', name: 'Other' };

/** The pages of the site, by what becomes of a notification for them. */
export const POST = 'https://alice.example/post';
export const GONE = 'https://alice.example/gone';
export const CLOSED = 'https://alice.example/closed';
export const GONE_AND_CLOSED = 'https://alice.example/gone-and-closed';
const OPEN_PAGES = [POST, 'https://alice.example/post/12', 'https://alice.example/', 'https://alice.example/?p=1&q=2'];

/** A host whose sources the guard refuses by their text. */
export const BLOCKED = 'http://10.0.0.1/';

const ignored: JobHandler = async () => ({ outcome: 'done' });

/**
 * A whole receiving side over a real store and a real socket; the web it looks at is scripted, and its clock and its
 * delays are the test's: a delay is over when everything that could be done meanwhile is done.
 *
 * @param reply `verified` lets replies wait for the check of the source
 */
export async function openHouse(reply: 'queued' | 'verified' = 'queued') {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-conformance-'));
  const time = { now: Date.UTC(2026, 0, 2, 12) };
  const clock = { now: () => time.now };
  const random = systemRandom;
  const statusIds = createStatusIds(randomBytes(32));
  await putTables(openSqliteStore, folder);
  const store = await openSqliteStore({ directory: folder, clock });
  await store.sites.configure(SITE);
  await store.sites.configure(OTHER_SITE);
  const pageOf = (url: string) => ({ key: pageKey(url), url, title: 'A post' });
  const pages = [...OPEN_PAGES, GONE, CLOSED, GONE_AND_CLOSED].map(pageOf);
  await store.sites.savePages(SITE.id, pages, []);
  const left = pages.filter(({ url }) => url !== GONE && url !== GONE_AND_CLOSED);
  await store.sites.savePages(SITE.id, left, [pageKey(GONE), pageKey(GONE_AND_CLOSED)]);
  for (const url of [CLOSED, GONE_AND_CLOSED])
    await store.sites.setPageSwitches(SITE.id, pageKey(url), { receive: false });
  const directory = createSiteDirectory(store.sites, clock);
  await directory.refresh();

  const web = scriptedWeb();
  // One after the other: a reply leaves before the job behind it is closed, and who would look meanwhile found nothing
  // that is due, and took its delay for over.
  let settling = Promise.resolve();
  function settle(): Promise<void> {
    settling = settling.then(async () => {
      while ((await step.begin()) > 0) await step.idle();
    });
    return settling;
  }
  const verified = createVerifiedReply(store.mentions, (_, fire) => {
    let isOn = true;
    void settle().then(() => isOn && fire());
    return () => (isOn = false);
  });
  const { resolve } = directory;
  const verify = createVerify({
    store,
    http: web.http,
    reader: readerHere,
    clock,
    random,
    resolve,
    onLooked: verified.looked,
  });
  const step = createStep({
    jobs: store.jobs,
    lostJobs: store.lostJobs,
    clock,
    random,
    handlers: {
      verify,
      deliver: ignored,
      map: ignored,
      watch: ignored,
      hook: ignored,
      notice: ignored,
      avatar: ignored,
      chore: ignored,
    },
    onFailure: (_, reason) => {
      throw new Error(reason);
    },
  });
  const inbox = createInbox({
    store,
    clock,
    random,
    resolve,
    refusesSource: ({ href }) => (href.startsWith(BLOCKED) ? 'It is a private address.' : undefined),
    statusUrl: (id) => `https://hear.example/status/${statusIds.seal(id)}`,
    victimOf: ({ host }) => host,
    firstDelay: () => 0,
    onWork: () => {},
    ...(reply === 'verified' && { verified }),
  });
  const heard: Notification[] = [];
  const listening: Inbox = {
    ...inbox,
    accept(notification, caller) {
      heard.push(notification);
      return inbox.accept(notification, caller);
    },
  };
  const desk = createDesk({ store, clock, random });
  const server = createWeb({
    store,
    directory,
    desk,
    statusIds,
    receivers: {
      xmlrpc: createReceiver(listening),
      bridge: createReceiver(listening),
      webmention: createWebmentionReceiver(listening),
      trackback: createTrackbackReceiver(listening),
      // Visits are no notifications yet; what becomes of them has tests of its own.
      refback: createRefbackReceiver({ hear: async () => undefined }),
    },
    clock,
    random,
    send: async () => ({ deliveries: [], problems: [], warnings: [] }),
    resend: async () => [],
    publicUrl: () => 'https://hear.example',
    trustProxy: [],
    limits: NO_LIMITS,
    onDefect: (_, error) => {
      throw error;
    },
  });
  const socket = await listen(server, { host: '127.0.0.1', port: 0 });

  return {
    store,
    web,
    time,
    inbox,
    /** What receivers handed on, in order. */
    heard,
    doors: { request: requestDoor(server), socket: socketDoor(socket.port) },
    /** Does what is due now. */
    settle,
    /** Announces a source that links, checks it, and lets the owner approve it. */
    async publish(source: string, target = POST): Promise<void> {
      web.pages.set(source, { body: linking(target) });
      await inbox.accept({ protocol: 'pingback', source, target }, {});
      await settle();
      const mentions = await store.mentions.list({ limit: 1000 });
      await desk.moderate(
        mentions.filter((mention) => mention.source === source).map(({ id }) => id),
        'approved',
      );
    },
    async [Symbol.asyncDispose]() {
      await socket.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** A page that links to the post. */
export function linking(target = POST): string {
  return `<!doctype html><title>An answer</title><p>Look at <a href="${target}">this post</a>.`;
}
