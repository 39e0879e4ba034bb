import { describe, expect, it } from 'vitest';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { pingGap } from '../../src/outbound/pace.ts';
import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';
import type { Script } from './scripted-web.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const PACED = { pace: (_: URL, software?: Parameters<typeof pingGap>[0]) => pingGap(software) };

/** A post with these links, announced; `times` hears when each URL was asked, in seconds. */
async function open(...targets: readonly string[]) {
  const house = await openHouse(blog());
  const began = house.time.now;
  const times: [string, number][] = [];
  const deliver = createDeliverHandler(house.deps(PACED));
  const on = (url: string, script: Script) =>
    house.web.on(url, (request) => {
      times.push([`${request.method} ${url.replace('https://', '')}`, (house.time.now - began) / 1000]);
      return typeof script === 'function' ? script(request) : script;
    });
  house.web.on(`${BLOG}post`, `<article>${targets.map((url) => `<a href="${url}">x</a>`).join(' ')}</article>`);
  const announce = () => publish(house.deps(PACED), `${BLOG}post`);
  const run = (ms: number) => house.runUntil(house.time.now + ms, () => ({ deliver }));
  const rows = async () => (await house.store.deliveries.list({ limit: 20 })).toReversed();
  return { house, times, on, announce, run, rows, deliver };
}

const page = (endpoint: string, generator = ''): Script => ({
  headers: { link: `<${endpoint}>; rel=webmention` },
  body: `<meta name="generator" content="${generator}">`,
});

describe('manners', () => {
  it.each([
    ['nobody knows what', '', 'https://bob.example/wm', [0, 20, 40]],
    ['WordPress', 'WordPress 6.1', 'https://bob.example/wm', [0, 20, 40]],
    ['Ghost', 'Ghost 5.2', 'https://bob.example/wm', [0, 2, 4]],
    ['another host than the Ghost', 'Ghost 5.2', 'https://other.example/wm', [0, 20, 40]],
    ['a service that queues', '', 'https://webmention.io/bob/webmention', [0, 2, 4]],
    ['a WordPress that says Ghost', 'Ghost 5.2', 'https://bob.example/wp-json/webmention/1.0/endpoint', [0, 20, 40]],
  ])('tells one host at the pace of what listens there: %s', async (_, generator, endpoint, expected) => {
    const targets = [1, 2, 3].map((n) => `https://bob.example/${n}`);
    const { house, times, on, announce, run } = await open(...targets);
    await using _house = house;
    for (const target of targets) on(target, page(endpoint, generator));
    on(endpoint, { status: 202 });
    await announce();
    await run(5 * MINUTE);
    expect(times.filter(([what]) => what.startsWith('POST')).map(([, at]) => at)).toEqual(expected);
  });

  it('visits one host every two seconds, also for two posts and for a page whose endpoint is there', async () => {
    const { house, times, on, announce, run } = await open('https://bob.example/1', 'https://carol.example/2');
    await using _ = house;
    on('https://bob.example/1', page('https://hub.example/a', ''));
    on('https://carol.example/2', page('https://hub.example/b', ''));
    house.web.on(`${BLOG}other`, '<article><a href="https://hub.example/page">x</a></article>');
    on('https://hub.example/page', '<p>none');
    on('https://hub.example/a', { status: 202 });
    on('https://hub.example/b', { status: 202 });
    await announce();
    await publish(house.deps(PACED), `${BLOG}other`);
    await run(MINUTE);
    expect(times.filter(([what]) => what.includes('hub.example'))).toEqual([
      ['POST hub.example/a', 0],
      ['GET hub.example/page', 2],
      ['POST hub.example/b', 20],
    ]);
  });

  it.each([
    ['pages of many hosts that one service hears of', (n: number) => `https://host${n}.example/`],
    ['pages of one host', (n: number) => `https://hub.example/${n}`],
  ])('asks about as often as there are links, and not again for all at each free moment: %s', async (_, target) => {
    const targets = Array.from({ length: 60 }, (_, n) => target(n));
    const { house, times, on, announce, deliver } = await open(...targets);
    await using _house = house;
    for (const url of targets) on(url, page('https://hub.example/wm'));
    on('https://hub.example/wm', { status: 202 });
    await announce();
    let asked = 0;
    const counting: typeof deliver = (job) => {
      asked += 1;
      return deliver(job);
    };
    await house.runUntil(house.time.now + 60 * MINUTE, () => ({ deliver: counting }));
    const told = times.filter(([what]) => what.startsWith('POST')).map(([, at]) => at);
    expect(told).toHaveLength(60);
    expect(told.at(-1)).toBeLessThanOrEqual(65 * 20);
    expect(asked).toBeLessThanOrEqual(60 * 4);
  });

  it('leaves a whole host in peace for as long as it asks, and says so once', async () => {
    const { house, times, on, announce, run, rows } = await open('https://bob.example/1', 'https://bob.example/2');
    await using _ = house;
    let looks = 0;
    on('https://bob.example/1', () => (++looks === 1 ? { status: 429, headers: { 'retry-after': '600' } } : '<p>none'));
    on('https://bob.example/2', '<p>none');
    await announce();
    await run(9 * MINUTE);
    expect(times).toEqual([['GET bob.example/1', 0]]);
    const [, second] = await rows();
    expect(second).toMatchObject({ status: 'queued', attempts: 0, reason: expect.stringContaining('waiting') });
    const steps = await house.store.deliveries.trace(second?.id ?? '');
    expect(steps.map(({ outcome }) => outcome)).toEqual(['found', 'waiting']);
    await run(2 * MINUTE);
    expect(times.slice(1).map(([what]) => what)).toContain('GET bob.example/2');
    expect(times.slice(1).every(([, at]) => at >= 600)).toBe(true);
  });

  it('remembers for thirty days that an endpoint is gone, over restarts', async () => {
    const { house, times, on, announce, run, rows } = await open('https://bob.example/1');
    await using _ = house;
    on('https://bob.example/1', page('https://bob.example/wm'));
    on('https://bob.example/wm', { status: 410 });
    await announce();
    await run(MINUTE);
    const posts = () => times.filter(([what]) => what.startsWith('POST')).length;
    expect(posts()).toBe(1);
    await house.restart();
    const again = async () => {
      house.web.on(`${BLOG}other`, '<article>See <a href="https://bob.example/1">x</a></article>');
      await publish(house.deps(PACED), `${BLOG}other`);
      await house.runUntil(house.time.now + MINUTE, () => ({ deliver: createDeliverHandler(house.deps(PACED)) }));
      return (await rows()).at(-1);
    };
    expect(await again()).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/gone \(HTTP 410\).*before/),
    });
    expect(posts()).toBe(1);
    house.time.now += 30 * DAY;
    await again();
    expect(posts()).toBe(2);
  });

  it.each([
    ['the host of a page, in the configuration', ['bob.example'], [], []],
    ['a path', [], ['bob.example/1'], []],
    ['a name above', ['example'], [], []],
    ['the host of an endpoint', [], ['hub.example'], ['GET bob.example/1']],
    ['somebody else', ['ob.example', 'bob.example/10'], [], ['GET bob.example/1', 'POST hub.example/wm']],
  ])('tells nobody on the list: %s', async (_, configured, kept, expected) => {
    const { house, times, on, announce, rows } = await open('https://bob.example/1');
    await using _house = house;
    for (const entry of kept) await house.store.dontTell.add(entry, 0);
    on('https://bob.example/1', page('https://hub.example/wm'));
    on('https://hub.example/wm', { status: 202 });
    await announce();
    await house.runDue({ deliver: createDeliverHandler(house.deps({ dontTell: configured })) });
    expect(times.map(([what]) => what)).toEqual(expected);
    const told = expected.length === 2;
    expect(await rows()).toMatchObject([{ status: told ? 'delivered' : 'skipped' }]);
  });

  it('keeps what was sent and the first KiB of what came back, without secrets and tricks', async () => {
    const { house, on, announce, run, rows } = await open('https://bob.example/1?token=s3cret');
    await using _ = house;
    on('https://bob.example/1?token=s3cret', page('https://bob.example/wm?key=k'));
    const body = `\u001b[2J hb_${'a'.repeat(43)} ${'x'.repeat(2000)}`;
    on('https://bob.example/wm?key=k', { status: 202, headers: { 'set-cookie': 'id=1' }, body });
    await announce();
    await run(MINUTE);
    const exchanges = await house.store.deliveries.exchanges((await rows())[0]?.id ?? '');
    expect(exchanges.map(({ request }) => request.split('\n')[0])).toEqual([
      'GET https://bob.example/1?token=[hidden]',
      'POST https://bob.example/wm?key=[hidden]',
    ]);
    expect(exchanges[1]?.request).toMatch(/content-type: application\/x-www-form-urlencoded\n.*\n\nsource=https%3A/s);
    expect(exchanges[1]?.reply).toMatch(
      /^HTTP 202\n.*set-cookie: \[hidden\]\n\n\\u001b\[2J \[hidden\] x+… \(\d+ bytes more\)$/s,
    );
    expect(exchanges[1]?.reply.length).toBeLessThan(1300);
  });

  it('tells nobody whose page asks robots not to', async () => {
    const { house, on, announce, run, rows } = await open('https://bob.example/1');
    await using _ = house;
    on('https://bob.example/1', {
      headers: { link: '</wm>; rel=webmention' },
      body: '<meta name=robots content=nolinkback>',
    });
    await announce();
    await run(MINUTE);
    expect(await rows()).toMatchObject([{ status: 'unsupported', reason: expect.stringContaining('asks robots') }]);
    expect(house.web.lines('POST')).toEqual([]);
  });
});
