import { expect, it } from 'vitest';
import { createSubscriber } from '../../src/outbound/watching/subscribe.ts';
import { BLOG, blog } from './house.ts';
import { DAY, HOUR, openWorld } from './published-world.ts';

const FEED = `${BLOG}feed`;
const HUB = 'https://hub.example/';
const SITE = blog({ feed: FEED });

const feed = (hub: string | undefined) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link rel="self" href="${FEED}"/>${hub ? `<link rel="hub" href="${hub}"/>` : ''}</feed>`;

async function openSubscribed() {
  const deps: { subscriber?: ReturnType<typeof createSubscriber> } = {};
  const world = await openWorld(SITE, deps);
  const { house } = world;
  // The store is another one after each restart.
  const subscriber = () =>
    createSubscriber({ ...house.deps(), callbackUrl: (id) => `https://hear.alice.example/websub/${id}` });
  deps.subscriber = { follow: (...given) => subscriber().follow(...given), leave: (site) => subscriber().leave(site) };
  house.web.on(HUB, { status: 202, body: '' });
  const asked = () =>
    house.web.asked
      .filter(({ url, method }) => url === HUB && method === 'POST')
      .map(({ body }) => Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body))));
  /** What the hub does when it believes us. */
  const confirm = async (seconds: number) => {
    const held = await house.store.hubs.bySite(SITE.id);
    const now = house.time.now;
    if (held) await house.store.hubs.save({ ...held, state: 'active', since: now, until: now + seconds * 1000 });
  };
  return { world, house, asked, confirm };
}

it('subscribes where the feed names a hub, once, renews in time, and leaves with the site', async () => {
  const { world, house, asked, confirm } = await openSubscribed();
  await using _ = world;
  house.web.on(FEED, feed(HUB));
  await world.pass(HOUR);
  const [first] = asked();
  expect(first).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': FEED,
    'hub.callback': expect.stringMatching(/^https:\/\/hear.alice.example\/websub\/.+/),
    'hub.secret': 'secret',
    'hub.lease_seconds': '864000',
  });
  await confirm(10 * 86_400);
  await world.pass(8 * DAY);
  expect(asked()).toHaveLength(1);
  await world.pass(2 * DAY);
  const again = asked().at(-1);
  expect(again).toEqual(first);
  await confirm(10 * 86_400);

  await house.store.sites.remove(SITE.id);
  await world.pass(DAY);
  const { 'hub.secret': _secret, 'hub.lease_seconds': _lease, ...rest } = first ?? {};
  expect(asked().at(-1)).toEqual({ ...rest, 'hub.mode': 'unsubscribe' });
  expect(await house.store.hubs.bySite(SITE.id)).toMatchObject({ state: 'leaving' });
});

it('leaves a hub that the feed names no more, and takes the one that it names instead', async () => {
  const { world, house, asked, confirm } = await openSubscribed();
  await using _ = world;
  house.web.on(FEED, feed(HUB));
  await world.pass(HOUR);
  await confirm(10 * 86_400);
  house.web.on('https://other.example/', { status: 202, body: '' });
  house.web.on(FEED, feed('https://other.example/'));
  await world.pass(DAY);
  expect(asked().map((one) => one['hub.mode'])).toEqual(['subscribe', 'unsubscribe']);
  expect(await house.store.hubs.bySite(SITE.id)).toMatchObject({ hub: 'https://other.example/', state: 'asked' });
});

it('goes on polling when the hub is out, and asks it again', async () => {
  const { world, house, asked } = await openSubscribed();
  await using _ = world;
  house.web.on(HUB, { failure: 'connect' });
  house.web.on(FEED, feed(HUB));
  await world.pass(DAY);
  expect(asked().length).toBeGreaterThan(1);
  expect(house.reported).toContainEqual(expect.stringContaining('could not be asked'));
});

it('asks nobody where the feed names no hub', async () => {
  const { world, house, asked } = await openSubscribed();
  await using _ = world;
  house.web.on(FEED, feed(undefined));
  await world.pass(DAY);
  expect([asked(), await house.store.hubs.bySite(SITE.id)]).toEqual([[], undefined]);
});
