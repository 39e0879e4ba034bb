import { expect, it } from 'vitest';
import { noCounts, type Skip } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { readFile } from '../../src/import/read-file.ts';
import { type TakeDeps, takeIn } from '../../src/import/take-in.ts';
import { isPublic } from '../../src/mention.ts';
import { HOUR, linking, openHouse, silent } from '../inbound/house.ts';
import { bytes, WORDPRESS } from './reading.ts';

const TEA = 'https://alice.example/tea-and-biscuits/';

type House = Awaited<ReturnType<typeof openHouse>>;

async function move(house: House, text: string | Uint8Array = WORDPRESS, more: Partial<TakeDeps> = {}) {
  const counts = noCounts();
  const { format, found } = await readFile(bytes(text), FORMATS);
  const problem = await takeIn(found, format.title, counts, { ...house.receiving, ...more });
  return { ...counts, problem };
}

const lineUp = (house: House) => house.store.imports.lineUp({ at: house.time.now, most: 100, mostOfGroup: 4 });

async function fromOf(house: House, source: string) {
  const mention = (await house.store.mentions.list({ limit: 99 })).find((one) => one.source === source);
  if (!mention) throw new Error(`There is no mention from ${source}.`);
  return mention;
}

it('keeps dates, texts and decisions, and shows nothing before it was looked at', async () => {
  await using house = await openHouse();
  expect(await move(house)).toMatchObject({
    read: 9,
    taken: { approved: 3, pending: 2, named: 0 },
    skipped: { comment: 2, trash: 1, unpublished: 1 },
    problem: undefined,
  });
  const bob = await fromOf(house, 'https://bob.example/2014/tea/');
  expect(bob).toMatchObject({
    receivedAt: Date.UTC(2014, 2, 2, 8, 15),
    moderation: 'approved',
    link: 'unverified',
    broughtAs: 'approved',
    protocols: ['pingback'],
    publicId: undefined,
  });
  expect((await house.store.mentions.list({ limit: 99 })).some(isPublic)).toBe(false);
  expect((await house.store.mentions.trace(bob.id)).at(-1)).toMatchObject({
    step: 'judged',
    outcome: 'approved',
    reason: 'It was public at the old place (WordPress export, number 13 there), so it is approved here.',
  });
  // What waited is not forgotten for the age of its date.
  expect((await fromOf(house, 'https://dora.example/waits')).lastReceivedAt).toBe(house.time.now);
});

it('a second run changes nothing', async () => {
  await using house = await openHouse();
  await move(house);
  const before = await house.store.mentions.list({ limit: 99 });
  expect(await move(house)).toMatchObject({ taken: { approved: 0, pending: 0 }, skipped: { known: 5 } });
  expect(await house.store.mentions.list({ limit: 99 })).toEqual(before);
});

it('what is decided here stays decided', async () => {
  await using house = await openHouse();
  house.web.set('https://bob.example/2014/tea/', linking(TEA));
  await house.tell('https://bob.example/2014/tea/', TEA);
  await house.pass(HOUR);
  const { id } = await house.only();
  await house.desk.moderate([id], 'rejected');
  await move(house);
  expect((await house.store.mentions.byId(id))?.moderation).toBe('rejected');
});

it('was public there: public here when its page links, is out of reach or gone; not when it is there without the link', async () => {
  await using house = await openHouse();
  const [bob, carla, frida] = [
    'https://bob.example/2014/tea/',
    'https://carla.example/gruss?a=1&b=2',
    'https://frida.example/notes/1',
  ];
  house.web.set(bob, linking(TEA));
  house.web.set(carla, 410);
  house.web.set(frida, silent);
  house.web.set('https://dora.example/waits', linking(TEA));
  house.web.set('https://gustav.example/tb', 'dns');
  await move(house);
  expect(await lineUp(house)).toBe(5);
  await house.pass(HOUR);
  const states = async (source: string) => {
    const mention = await fromOf(house, source);
    return [mention.link, mention.moderation, isPublic(mention)];
  };
  expect(await states(bob)).toEqual(['live', 'approved', true]);
  expect(await states(carla)).toEqual(['unreachable', 'approved', true]);
  expect((await states(frida))[2]).toBe(false);
  expect(await states('https://dora.example/waits')).toEqual(['live', 'pending', false]);
  expect((await states('https://gustav.example/tb'))[2]).toBe(false);
  await house.pass(24 * HOUR);
  expect(await states(frida)).toEqual(['lost', 'approved', false]);
  expect(await states(carla)).toEqual(['unreachable', 'approved', true]);
  // Its page says no date, so that of the old place stands.
  expect((await fromOf(house, bob)).entry?.published).toBe('2014-03-02T08:15:00.000Z');
  expect(await lineUp(house)).toBe(0);
});

it('what waited there waits here, whatever the rules say', async () => {
  await using house = await openHouse();
  await house.desk.addRule({ site: 'alice.example', action: 'allow', scope: 'host', value: 'dora.example' });
  house.web.set('https://dora.example/waits', linking(TEA));
  await move(house);
  await lineUp(house);
  await house.pass(HOUR);
  expect(await fromOf(house, 'https://dora.example/waits')).toMatchObject({ link: 'live', moderation: 'pending' });
});

it('looks do not crowd out what is announced now', async () => {
  await using house = await openHouse();
  const one = { 'wm-target': 'https://alice.example/post', 'wm-property': 'mention-of' };
  const children = Array.from({ length: 300 }, (_, n) => ({
    ...one,
    'wm-id': n + 1,
    'wm-source': `https://${n < 200 ? 'many' : `other-${n}`}.example/${n}`,
  }));
  expect((await move(house, JSON.stringify({ children }))).taken.approved).toBe(300);
  expect((await house.store.budgets.waiting()).total).toBe(0);
  expect(await house.store.imports.lineUp({ at: house.time.now, most: 50, mostOfGroup: 4 })).toBe(300);
  const { total, domains } = await house.store.budgets.waiting();
  expect([total, domains.get('many.example')]).toEqual([50, 4]);
});

it('says of each that it leaves out why, and a dry run stores nothing', async () => {
  await using house = await openHouse();
  await house.desk.addRule({ site: 'alice.example', action: 'block', scope: 'host', value: 'blocked.example' });
  const pairs = [
    ['https://bob.example/', 'https://elsewhere.example/'],
    ['https://blocked.example/1', 'https://alice.example/post'],
    ['https://alice.example/post', 'https://alice.example/post'],
    ['http://10.0.0.1/', 'https://alice.example/post'],
    ['https://bob.example/', 'https://alice.example/post'],
    ['https://bob.example/', 'https://alice.example/post'],
    ['https://bob.example/', 'http://old.example/blog/post?p=1'],
  ];
  const children = pairs.map(([source, target], n) => ({ 'wm-id': n, 'wm-source': source, 'wm-target': target }));
  const skips: Skip[] = [];
  const options = {
    isDry: true,
    moves: [{ from: 'https://old.example/blog/', to: 'https://alice.example' }],
    onSkip: (skip: Skip) => void skips.push(skip),
  };
  const counts = await move(house, JSON.stringify({ children }, null, 1), options);
  expect(counts.taken.approved).toBe(2);
  expect(skips.map(({ why }) => why)).toEqual(['foreign', 'blocked', 'self', 'unreadable', 'known']);
  expect(skips[0]).toMatchObject({ place: 'line 3', what: 'https://bob.example/' });
  expect(await house.store.mentions.list({ limit: 9 })).toEqual([]);
});
