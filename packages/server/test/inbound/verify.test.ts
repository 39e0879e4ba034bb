import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/mention.ts';
import { HOUR, linking, openHouse, SOURCE, silent } from './house.ts';

const DAY = 24 * HOUR;

describe('a first check', () => {
  it('finds the link, reads the entry, and holds what no rule names', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell();
    expect(await house.only()).toMatchObject({ link: 'unverified', moderation: 'pending' });
    await house.pass(10_000);
    const mention = await house.only();
    expect(mention).toMatchObject({
      link: 'live',
      moderation: 'pending',
      level: 'L0',
      entry: { title: 'An answer' },
      facts: { status: 200 },
    });
    expect(mention.links).toMatchObject([{ anchor: 'this post' }]);
    expect(mention.reasons).toEqual(['bob.example is not among the authors and pages that you always allow.']);
    expect((await house.store.mentions.trace(mention.id)).map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'received accepted',
      'verified linked',
      'judged pending',
    ]);
    expect(await house.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  });

  it('without the link is final: absent, no second look', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, silent);
    await house.tell();
    await house.pass(2 * DAY);
    expect(await house.only()).toMatchObject({ link: 'absent', reasons: [] });
    expect(house.asked).toHaveLength(1);
  });

  it('asks a failing source three times over hours, and then no more', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, 503);
    await house.tell();
    await house.pass(5 * DAY);
    expect(house.asked).toHaveLength(3);
    expect(await house.only()).toMatchObject({ link: 'unreachable', firstSeenAt: undefined });
    expect(await house.store.jobs.counts()).toMatchObject({ waiting: 0, dead: 1 });
  });

  it('asks a refused address once', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, 'refused');
    await house.tell();
    await house.pass(5 * DAY);
    expect(house.asked).toHaveLength(1);
    expect(await house.only()).toMatchObject({ link: 'unreachable' });
  });

  it('never shows what was never seen, even approved', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, 'timeout');
    await house.tell();
    await house.pass(DAY);
    await house.desk.moderate([(await house.only()).id], 'approved');
    const mention = await house.only();
    expect([mention.moderation, mention.link, isPublic(mention), mention.publicId]).toEqual([
      'approved',
      'unreachable',
      false,
      undefined,
    ]);
  });
});

describe('a published mention', () => {
  async function published() {
    const house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell();
    await house.pass(10_000);
    await house.desk.moderate([(await house.only()).id], 'approved');
    return house;
  }

  it('answers a repeat as registered, and the repeat changes no decision', async () => {
    await using house = await published();
    expect((await house.tell()).outcome).toBe('registered');
    await house.pass(HOUR);
    expect(await house.only()).toMatchObject({ link: 'live', moderation: 'approved', repeats: 1, publicId: 1 });
    expect(house.asked).toHaveLength(2);
  });

  it('is lost only after two looks without the link, an hour apart', async () => {
    await using house = await published();
    house.web.set(SOURCE, silent);
    await house.tell();
    await house.pass(30 * 60_000);
    expect(await house.only()).toMatchObject({ link: 'live', moderation: 'approved' });
    await house.pass(HOUR);
    expect(await house.only()).toMatchObject({ link: 'lost', moderation: 'approved' });
    expect(isPublic(await house.only())).toBe(false);
    expect(house.asked).toHaveLength(3);
  });

  it('is back when its link is back, under its old number', async () => {
    await using house = await published();
    house.web.set(SOURCE, 410);
    await house.tell();
    await house.pass(2 * HOUR);
    expect(await house.only()).toMatchObject({ link: 'lost' });
    house.web.set(SOURCE, linking());
    await house.tell();
    await house.pass(HOUR);
    expect(await house.only()).toMatchObject({ link: 'live', moderation: 'approved', publicId: 1 });
    expect((await house.store.mentions.trace((await house.only()).id)).at(-1)?.reason).toContain('is back');
  });

  it.each(['dns', 'connect', 'timeout', 'tls', 500, 403] as const)('an outage (%s) removes nothing', async (answer) => {
    await using house = await published();
    house.web.set(SOURCE, answer);
    for (let times = 0; times < 4; times++) {
      await house.tell();
      await house.pass(DAY);
    }
    expect(isPublic(await house.only())).toBe(true);
  });

  it('that its owner called spam stays spam, whatever is sent and found', async () => {
    await using house = await published();
    const { id } = await house.only();
    await house.desk.moderate([id], 'spam');
    for (let times = 0; times < 100; times++) expect((await house.tell()).outcome).toBe('accepted');
    await house.pass(DAY);
    expect(await house.only()).toMatchObject({ moderation: 'spam', repeats: 100 });
    expect(house.asked).toHaveLength(2);
  });
});

describe('while a check is under way', () => {
  it.each(['approved', 'rejected', 'spam'] as const)('the owner decides %s, and that stands', async (decision) => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    house.onAsk = async () => void (await house.desk.moderate([(await house.only()).id], decision));
    await house.tell();
    await house.pass(10_000);
    expect(await house.only()).toMatchObject({ link: 'live', moderation: decision });
  });
});

it('the answer of the last look is kept, and what was read before beside it', async () => {
  await using house = await openHouse();
  house.web.set(SOURCE, linking());
  await house.tell();
  await house.pass(10_000);
  house.web.set(SOURCE, 404);
  await house.tell();
  await house.pass(11 * 60_000);
  expect((await house.only()).facts).toMatchObject({ status: 404, title: 'An answer' });
});

it('"always allow" publishes the next one by itself, and nothing beside it', async () => {
  await using house = await openHouse();
  const second = 'https://bob.example/second';
  const other = 'https://carol.example/answer';
  for (const url of [SOURCE, second, other]) house.web.set(url, linking());
  await house.tell();
  await house.pass(10_000);
  const rule = await house.desk.ruleOn((await house.only()).id, 'path', 'allow');
  expect(rule?.value).toBe('bob.example/');
  await house.tell(second);
  await house.tell(other);
  await house.pass(10_000);
  const states = (await house.store.mentions.list({ limit: 9 })).map(({ source, moderation }) => [source, moderation]);
  expect(Object.fromEntries(states)).toEqual({ [SOURCE]: 'approved', [second]: 'approved', [other]: 'pending' });
});
