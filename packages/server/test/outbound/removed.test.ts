import { describe, expect, it } from 'vitest';
import { preview } from '../../src/outbound/preview.ts';
import { publish } from '../../src/outbound/publish.ts';
import { article, ONE, openRocks, POST } from './rocks.ts';
import type { Script } from './scripted-web.ts';

const DAY = 86_400_000;
const LINKED = article('First.', ONE);
const REMOVED = article('First.');

/** Fixed, so that a test can say what it answers. */
const ENDPOINT = `${ONE}/ep`;
const TAKES: Script = { headers: { link: `<${ENDPOINT}>; rel=webmention` } };
const RPC = 'https://rocks.example/rpc';
const OK = '<methodResponse><params><param><value>ok</value></param></params></methodResponse>';

async function open() {
  const rocks = await openRocks();
  rocks.web.on(ONE, TAKES);
  rocks.web.on(ENDPOINT, { status: 202 });
  rocks.web.on(POST, LINKED);
  const { house, send, web } = rocks;
  return {
    ...rocks,
    /** Puts a state of the page up, announces it, and waits a day for the tries. */
    async edit(state: Script) {
      web.on(POST, state);
      const { published, told } = await send();
      const before = web.lines('POST').length;
      await house.runUntil(house.time.now + DAY);
      const listed = published.ok ? published.deliveries : [];
      return { listed, told: [...told, ...web.lines('POST').slice(before)] };
    },
    delivery: async () => (await house.store.deliveries.list({ limit: 1 }))[0],
  };
}

const TOLD_ONCE = [`POST ${ENDPOINT}`];

/** How the first telling came to nothing: what the page, and then its endpoint, answered. */
const NEVER_TOLD: readonly [string, Script, Script, string][] = [
  ['an outage', TAKES, { failure: 'connect' }, 'failed'],
  ['an address that the guard refuses', TAKES, { failure: 'refused' }, 'failed'],
  ['a page that did not answer', { failure: 'timeout' }, '', 'failed'],
  ['no endpoint', '<p>none</p>', '', 'unsupported'],
];

describe('a link that was removed before its target was told', () => {
  it.each(NEVER_TOLD)('is nothing to tell after %s', async (_, page, endpoint, status) => {
    const { house, web, edit, delivery } = await open();
    await using _house = house;
    web.on(ONE, page);
    web.on(ENDPOINT, endpoint);
    await edit(LINKED);
    expect(await delivery()).toMatchObject({ status });
    web.on(ONE, TAKES);
    web.on(ENDPOINT, { status: 202 });
    expect(await edit(REMOVED)).toEqual({ listed: [], told: [] });
    expect(await delivery()).toMatchObject({ status });
  });

  it.each<[string, Script]>([
    ['of a webmention', { status: 503 }],
    ['of a pingback', { status: 503, body: '' }],
  ])('ends the tries %s, until it is back', async (which, busy) => {
    const { house, web, send, edit, delivery } = await open();
    await using _ = house;
    const endpoint = which === 'of a pingback' ? RPC : ENDPOINT;
    if (endpoint === RPC) web.on(ONE, { headers: { 'x-pingback': RPC } });
    web.on(endpoint, busy);
    expect((await send()).told).toHaveLength(1);
    web.on(endpoint, OK);
    const { listed, told } = await edit(REMOVED);
    expect(told).toEqual([]);
    expect(listed).toMatchObject([{ target: ONE, status: 'skipped', reason: expect.stringContaining('removed') }]);
    expect(await delivery()).toMatchObject({ status: 'skipped' });
    expect((await edit(LINKED)).told).toEqual([`POST ${endpoint}`]);
  });

  it('is not told when its turn comes', async () => {
    const { house, edit } = await open();
    await using _ = house;
    await publish(house.deps(), POST);
    house.web.on(POST, REMOVED);
    expect(await preview(house.deps(), POST)).toMatchObject({ deliveries: [{ target: ONE, status: 'skipped' }] });
    expect((await edit(REMOVED)).told).toEqual([]);
    expect((await edit({ status: 410 })).told).toEqual([]);
  });

  it('is no reason to end a try whose request may have arrived', async () => {
    const { house, web, send, edit } = await open();
    await using _ = house;
    web.on(ENDPOINT, () => {
      throw new Error('the process was killed');
    });
    await expect(send()).rejects.toThrow('killed');
    house.time.now += DAY;
    web.on(ENDPOINT, { status: 202 });
    expect((await edit(REMOVED)).told).toEqual(TOLD_ONCE);
    expect((await edit(REMOVED)).told).toEqual(TOLD_ONCE);
    expect((await edit(REMOVED)).told).toEqual([]);
  });
});

describe('WM-S10 a link that was removed after its target was told', () => {
  it('is told, once', async () => {
    const { house, edit, delivery } = await open();
    await using _ = house;
    await edit(LINKED);
    const { listed, told } = await edit(REMOVED);
    expect(told).toEqual(TOLD_ONCE);
    expect(listed).toMatchObject([{ target: ONE, status: 'queued' }]);
    expect(await delivery()).toMatchObject({ status: 'delivered' });
    expect((await edit(REMOVED)).told).toEqual([]);
  });

  it.each<[string, Script, Script]>([
    ['at its endpoint', TAKES, { failure: 'connect' }],
    ['at its page', { failure: 'dns' }, { status: 202 }],
    ['for good', TAKES, { failure: 'refused' }],
  ])('is told although an edit before it could not be, %s', async (_, page, endpoint) => {
    const { house, web, edit, delivery } = await open();
    await using _house = house;
    await edit(LINKED);
    web.on(ONE, page);
    web.on(ENDPOINT, endpoint);
    await edit(article('Second.', ONE));
    expect(await delivery()).toMatchObject({ status: 'failed' });
    web.on(ONE, TAKES);
    web.on(ENDPOINT, { status: 202 });
    web.on(POST, REMOVED);
    expect(await preview(house.deps(), POST)).toMatchObject({
      deliveries: [{ target: ONE, status: 'queued', reason: 'The page does not link there any more.' }],
    });
    expect((await edit(REMOVED)).told).toEqual(TOLD_ONCE);
    expect((await edit(REMOVED)).told).toEqual([]);
  });

  it('is what they are told when an edit is still waiting', async () => {
    const { house, web, send, edit, delivery } = await open();
    await using _ = house;
    await edit(LINKED);
    web.on(POST, article('Second.', ONE));
    web.on(ENDPOINT, { status: 503 });
    await send();
    web.on(ENDPOINT, { status: 202 });
    const { listed, told } = await edit(REMOVED);
    expect(told).toEqual(TOLD_ONCE);
    expect(listed).toMatchObject([{ status: 'queued', reason: 'The page does not link there any more.' }]);
    expect(await delivery()).toMatchObject({ status: 'delivered' });
    expect((await edit(REMOVED)).told).toEqual([]);
  });

  it('is told again when telling that failed, each time it is announced', async () => {
    const { house, web, edit } = await open();
    await using _ = house;
    await edit(LINKED);
    web.on(ENDPOINT, { failure: 'connect' });
    await edit(REMOVED);
    web.on(ENDPOINT, { status: 202 });
    expect((await edit(REMOVED)).told).toEqual(TOLD_ONCE);
    expect((await edit(REMOVED)).told).toEqual([]);
  });

  it('is nothing to tell a pingback', async () => {
    const { house, web, edit } = await open();
    await using _ = house;
    web.on(ONE, { headers: { 'x-pingback': RPC } });
    web.on(RPC, OK);
    expect((await edit(LINKED)).told).toHaveLength(1);
    expect(await edit(REMOVED)).toEqual({ listed: [], told: [] });
  });
});
