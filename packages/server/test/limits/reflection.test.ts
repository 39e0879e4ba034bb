import { afterEach, expect, test } from 'vitest';
import { page, startHostileServer } from '../../../../test/support/hostile-server.ts';
import { USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createInbox } from '../../src/inbound/accept.ts';
import { createVerify } from '../../src/inbound/verify.ts';
import { createStep } from '../../src/jobs/step.ts';
import { createPendingLimits } from '../../src/limits/pending.ts';
import { createSharedPages } from '../../src/limits/shared-pages.ts';
import { victimOf } from '../../src/network/victim.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import { systemRandom } from '../../src/system.ts';
import { dialMap, fakeDns, PUBLIC, testNet } from '../network/support/net.ts';
import { readerHere } from '../support/reader-here.ts';
import { HOUR, leastGap, MINUTE, openVictimWorld } from './victim-world.ts';

let end: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of end.toReversed()) await close();
  end = [];
});

const PAGE = '<a href="https://alice.example/0">';

/** The whole way of a forged notification, from the inbox to sockets of a victim, in an hour that takes seconds. */
async function open(names: readonly string[]) {
  const world = await openVictimWorld();
  end.push(() => world[Symbol.asyncDispose]());
  const { store, time } = world;
  const victim = await startHostileServer(page(PAGE));
  end.push(() => victim.close());
  const resolver = fakeDns(Object.fromEntries(names.map((name) => [name, [PUBLIC]])));
  const net = testNet({ resolver, dialer: dialMap({ [`${PUBLIC}:80`]: victim.port }) });
  end.push(() => net.close());
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
  const directory = createSiteDirectory(store.sites, { now: () => time.wall });
  await directory.refresh();
  const clock = { now: () => time.wall };
  const { victims, tally, elapsed } = world.start({ http: net.http });
  const random = systemRandom;
  const shared = createSharedPages(USUAL_ALLOWANCES.pageGap * 1000, elapsed);
  const inbox = createInbox({
    store,
    clock,
    random,
    resolve: directory.resolve,
    refusesSource: () => undefined,
    statusUrl: (id) => id,
    victimOf: (url) => victimOf(url.href),
    firstDelay: () => Math.floor(random.fraction() * 10_000),
    onWork: () => {},
    pending: createPendingLimits({
      allowances: USUAL_ALLOWANCES,
      elapsed,
      tally,
      count: () => store.budgets.waiting(),
    }),
  });
  const verify = createVerify({
    store,
    http: shared(victims.http()),
    httpAgain: shared(victims.http({ share: 0.5 })),
    pageGapMs: USUAL_ALLOWANCES.pageGap * 1000,
    reader: readerHere,
    clock,
    random,
    resolve: directory.resolve,
  });
  const nothing = async () => ({ outcome: 'done' as const });
  const failures: string[] = [];
  const step = createStep({
    jobs: store.jobs,
    lostJobs: store.lostJobs,
    clock,
    random,
    handlers: {
      verify,
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
  /** When the victim was asked, in simulated milliseconds. */
  const asked: number[] = [];
  return {
    store,
    inbox,
    asked,
    failures,
    requests: () => net.of('request'),
    tell: (source: string, target = 0) =>
      inbox.accept({ protocol: 'pingback', source, target: `https://alice.example/${target}` }, {}),
    /** Does all that is due within so long, in order. */
    async pass(ms: number) {
      const until = time.wall + ms;
      for (;;) {
        const next = await store.jobs.nextStart();
        if (next === undefined || next > until) break;
        if (next > time.wall) world.pass(next - time.wall);
        const before = net.of('request').length;
        await step.begin();
        await step.idle();
        for (let n = before; n < net.of('request').length; n += 1) asked.push(time.real);
      }
      world.pass(until - time.wall);
    },
  };
}

const forged = (count: number, sourceOf: (n: number) => string) => Array.from({ length: count }, (_, n) => sourceOf(n));
const NAMES = ['victim.test', ...forged(1000, (n) => `a${n}.victim.test`), ...forged(1000, (n) => `name${n}.test`)];

test.each([
  [1000, 'a query of chance', (n: number) => `http://victim.test/?${n}=${n}`],
  [1000, 'a subdomain of chance', (n: number) => `http://a${n}.victim.test/`],
  [200, 'as many names with one address', (n: number) => `http://name${n}.test/`],
])(
  '%i forged pings with %s reach their victim 20 times in the hour',
  { timeout: 120_000 },
  async (count, _, sourceOf) => {
    const house = await open(NAMES);
    for (const source of forged(count, sourceOf)) await house.tell(source);
    await house.pass(HOUR - 1);
    expect(house.failures).toEqual([]);
    expect(house.requests()).toHaveLength(20);
    expect(leastGap(house.asked)).toBeGreaterThanOrEqual(2_000);
  },
);

test('one source with 100 targets is fetched once, and all of them are found', { timeout: 60_000 }, async () => {
  const house = await open(NAMES);
  for (let n = 0; n < 100; n += 1) await house.tell('http://victim.test/', n);
  await house.pass(10 * MINUTE);
  expect(house.requests()).toHaveLength(1);
  const mentions = await house.store.mentions.list({ limit: 200 });
  expect(mentions.filter(({ link }) => link === 'live')).toHaveLength(1);
  expect(mentions.filter(({ link }) => link === 'unverified')).toHaveLength(0);
});

test('a copy from before the announcement settles nothing: the page is read again when it may be', async () => {
  const house = await open(NAMES);
  await house.tell('http://victim.test/', 0);
  await house.pass(MINUTE);
  await house.tell('http://victim.test/', 1);
  await house.pass(8 * MINUTE);
  const find = async () =>
    (await house.store.mentions.list({ limit: 9 })).find(({ target }) => target.endsWith('/1'))?.link;
  expect(house.requests()).toHaveLength(1);
  expect(await find()).toBe('unverified');
  const { id = '' } = (await house.store.mentions.list({ limit: 9 })).find(({ target }) => target.endsWith('/1')) ?? {};
  expect((await house.store.mentions.trace(id)).slice(1)).toMatchObject([
    { step: 'waiting', reason: expect.stringMatching(/^The page was read before this was announced; .* at 20[\d-]+T/) },
  ]);
  await house.pass(3 * MINUTE);
  expect(house.requests()).toHaveLength(2);
  expect(await find()).toBe('absent');
});

test('waiting is no attempt: the last of a line is looked at, and says nothing of the source meanwhile', async () => {
  const house = await open(NAMES);
  for (let n = 0; n < 30; n += 1) await house.tell(`http://victim.test/${n}`);
  await house.pass(2 * HOUR);
  for (const { id } of await house.store.mentions.list({ limit: 50 })) {
    const waits = (await house.store.mentions.trace(id)).filter(({ step }) => step === 'waiting');
    expect(waits.length, 'a wait is told once').toBeLessThanOrEqual(1);
  }
  expect(house.requests()).toHaveLength(30);
  const links = (await house.store.mentions.list({ limit: 50 })).map(({ link }) => link);
  expect(new Set(links)).toEqual(new Set(['live']));
});
