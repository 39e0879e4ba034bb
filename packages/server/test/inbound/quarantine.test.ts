import { describe, expect, it } from 'vitest';
import { deadlyReader, readerHere } from '../support/reader-here.ts';
import { HOUR, linking, openHouse, SOURCE } from './house.ts';

const DAY = 24 * HOUR;
const OTHER = 'https://carol.example/answer';

describe('a page that ends its reader', () => {
  it('is set aside the third time, and the inbox says why', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    house.reader = deadlyReader;
    await house.tell();
    await house.pass(5 * DAY);
    const mention = await house.only();
    expect(house.asked).toHaveLength(3);
    expect(mention).toMatchObject({ link: 'unreachable', moderation: 'pending' });
    expect(mention.reasons).toEqual([
      'Reading the page took more than 1000 ms. That was the third time: the page is set aside and not read any more.',
    ]);
    const steps = (await house.store.mentions.trace(mention.id)).map(({ step, outcome }) => `${step} ${outcome}`);
    expect(steps).toEqual([
      'received accepted',
      'verified poisoned',
      'verified poisoned',
      'verified set aside',
      'judged pending',
    ]);
    expect(await house.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 1 });
  });

  it('is not even fetched when it is announced again, until a week has passed', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    house.reader = deadlyReader;
    await house.tell();
    await house.pass(2 * DAY);
    house.reader = readerHere;
    await house.tell();
    await house.pass(DAY);
    expect(house.asked).toHaveLength(3);
    await house.pass(7 * DAY);
    await house.tell();
    await house.pass(DAY);
    expect(house.asked).toHaveLength(4);
    expect(await house.only()).toMatchObject({ link: 'live', reasons: [expect.stringContaining('bob.example')] });
  });

  it('counts deaths in a row only', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    const twoDeaths = async () => {
      house.reader = deadlyReader;
      await house.tell();
      await house.pass(HOUR);
      house.reader = readerHere;
    };
    await twoDeaths();
    await house.pass(12 * HOUR);
    await twoDeaths();
    const { id } = await house.only();
    const checks = (await house.store.mentions.trace(id)).filter(({ step }) => step === 'verified');
    expect(checks.map(({ outcome }) => outcome)).toEqual(['poisoned', 'poisoned', 'linked', 'poisoned', 'poisoned']);
  });

  it('does not begin to count anew when it is announced again', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    house.reader = deadlyReader;
    for (let time = 0; time < 20; time++) {
      await house.tell();
      await house.pass(HOUR);
    }
    expect(house.asked).toHaveLength(3);
  });

  it('takes nothing from what was approved, and others go on', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    house.web.set(OTHER, linking());
    await house.tell();
    await house.pass(10_000);
    const { id } = await house.only();
    await house.desk.moderate([id], 'approved');
    house.reader = {
      ...readerHere,
      read: (what, given) =>
        'finalUrl' in given && given.finalUrl === SOURCE
          ? deadlyReader.read(what, given)
          : readerHere.read(what, given),
    };
    house.time.now += HOUR;
    await house.tell();
    await house.tell(OTHER);
    await house.pass(5 * DAY);
    const [other, first] = await house.store.mentions.list({ limit: 3 });
    expect(other).toMatchObject({ source: OTHER, link: 'live' });
    expect(first).toMatchObject({ source: SOURCE, moderation: 'approved', link: 'unreachable' });
    expect((await house.store.mentions.trace(id)).at(-1)?.reason).toMatch(
      /set aside.*What was approved stays as it is/,
    );
    expect(
      (
        await house.store.mentions.published({
          targetKeys: [],
          sites: ['alice.example'],
          sortBy: 'created',
          direction: 'up',
          limit: 9,
          offset: 0,
        })
      ).total,
    ).toBe(1);
  });
});
