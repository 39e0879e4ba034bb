import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { USUAL_ALLOWANCES } from '../allowances.ts';
import type { Hearback } from '../compose/hearback.ts';
import type { Config } from '../config.ts';
import { isHearbackError } from '../errors.ts';
import type { Mention } from '../mention.ts';
import { type Site, siteId } from '../site.ts';
import { type Blog, openAlice, openBob } from './blogs.ts';

export interface Demo {
  readonly hearback: Hearback;
  readonly alice: Blog;
  readonly bob: Blog;
  readonly url: string;
  /** Stops everything and removes its data. */
  close(): Promise<void>;
}

/** Two little blogs and a server, all on loopback, with data that go away with it. */
export async function openDemo(compose: (config: Config) => Promise<Hearback>): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), 'hearback-demo-'));
  let server = '';
  const alice = await openAlice(() => server);
  const bob = await openBob(alice.post);
  const sites = [siteOf(alice, 'Alice’s notebook'), siteOf(bob, 'Bob writes back')];
  const config: Config = {
    sites,
    host: '127.0.0.1',
    port: 7777,
    data,
    role: 'all',
    publicUrl: undefined,
    allowNetwork: ['127.0.0.0/8'],
    allowPort: [],
    trustProxy: [],
    metricsFrom: [],
    publicHost: [],
    dontTell: [],
    webhook: undefined,
    smtp: undefined,
    limits: 'on',
    allowances: USUAL_ALLOWANCES,
    neverFetch: [],
    reply: 'queued',
    vouch: false,
    akismet: undefined,
    blockLists: [],
    holdDays: 90,
    watchEvery: undefined,
    since: undefined,
    backup: undefined,
  };
  const { hearback, url } = await listen(compose, config);
  server = url;
  async function close() {
    await hearback.stop();
    await Promise.all([alice.close(), bob.close()]);
    await rm(data, { recursive: true, force: true });
  }
  return { hearback, alice, bob, url, close };
}

/** The usual port when it is free, another when it is not: a demo asks for nothing. */
async function listen(compose: (config: Config) => Promise<Hearback>, config: Config) {
  const hearback = await compose(config);
  try {
    return { hearback, url: (await hearback.listen()).url };
  } catch (error) {
    await hearback.stop();
    if (!isHearbackError(error) || error.code !== 'port' || config.port === 0) throw error;
    const again = await compose({ ...config, port: 0 });
    return { hearback: again, url: (await again.listen()).url };
  }
}

function siteOf(blog: Blog, name: string): Site {
  const url = new URL(blog.url);
  return {
    id: siteId(url),
    url: url.href,
    name,
    feed: new URL('feed.xml', url).href,
    sitemap: undefined,
    receive: true,
    send: true,
    announce: true,
  };
}

/** The mention once it is verified; polls, because the work is done by jobs as on any server. Rejects after ten seconds. */
export async function verified({ hearback }: Demo): Promise<Mention> {
  for (let tries = 200; tries > 0; tries--) {
    const [mention] = await hearback.store.mentions.list({ limit: 1 });
    if (mention && mention.link !== 'unverified') return mention;
    await pause(50);
  }
  throw new Error(
    'The pingback did not arrive within ten seconds. "hearback list" and "hearback trace" on the demo’s data may tell why.',
  );
}
