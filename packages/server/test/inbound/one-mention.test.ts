import { PROTOCOLS, type Protocol } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import type { ModerationState } from '../../src/mention.ts';
import { HOUR, linking, openHouse, SOURCE, TARGET } from './house.ts';

const PAIRS = PROTOCOLS.flatMap((first) => PROTOCOLS.map((second) => [first, second] as const));
const SHORT = 'https://bob.example/?p=1';
const AWAY = 'https://evil.example/r';

type House = Awaited<ReturnType<typeof openHouse>>;
const all = (house: House) => house.store.mentions.list({ limit: 9 });
const both = (first: Protocol, second: Protocol) => [...new Set([first, second])];

describe('PB-S13 DV-26 one event over two protocols is one mention', () => {
  it.each(PAIRS)('%s, then %s', async (first, second) => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell(SOURCE, TARGET, first);
    await house.pass(HOUR);
    const { id } = await house.only();
    await house.tell(`${SOURCE}#again`, TARGET, second);
    await house.pass(HOUR);
    expect(await all(house)).toMatchObject([{ id, protocols: both(first, second), repeats: 1, link: 'live' }]);
    const [receipt] = await house.store.mentions.trace(id);
    expect(receipt?.reason).toContain(`Received by ${both(first, second).join(', ')}`);
  });

  it.each(PAIRS)('%s and %s at once', async (first, second) => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await Promise.all([house.tell(SOURCE, TARGET, first), house.tell(SOURCE, TARGET, second)]);
    await house.pass(HOUR);
    expect(await all(house)).toMatchObject([{ protocols: both(first, second), link: 'live' }]);
    expect(house.asked).toEqual([SOURCE]);
  });

  it('keeps the decision on the first when the second comes', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell(SOURCE, TARGET, 'pingback');
    await house.pass(HOUR);
    await house.desk.moderate([(await house.only()).id], 'rejected');
    await house.tell(SOURCE, TARGET, 'webmention');
    await house.pass(HOUR);
    expect(await house.only()).toMatchObject({ moderation: 'rejected', protocols: ['pingback', 'webmention'] });
  });
});

/** Announces sources one after the other, each checked before the next. */
async function announce(house: House, ...sources: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const source of sources) {
    const told = await house.tell(source);
    if (told.outcome !== 'accepted' && told.outcome !== 'registered') throw new Error(`It was ${told.outcome}.`);
    ids.push(told.statusUrl.split('/').at(-1) ?? '');
    await house.pass(HOUR);
  }
  return ids;
}

async function redirecting(): Promise<House> {
  const house = await openHouse();
  house.web.set(SOURCE, linking());
  for (const address of [SHORT, AWAY, 'http://bob.example/answer']) house.redirects.set(address, SOURCE);
  return house;
}

describe('UN-16 two sources that lead to one page are one mention', () => {
  it.each([
    ['the newest is the page', [SHORT, SOURCE], SOURCE],
    ['the newest is a short address of it', [SOURCE, SHORT], SHORT],
    ['http and https', ['http://bob.example/answer', SOURCE], SOURCE],
    ['three', [SHORT, 'http://bob.example/answer', SOURCE], SOURCE],
    ['back and forth within a day', [SOURCE, SHORT, SOURCE], SHORT],
    ["a stranger's redirection does not name it", [SOURCE, AWAY], SOURCE],
    ['nor when it came first', [AWAY, SOURCE], SOURCE],
  ])('%s', async (_, sources, named) => {
    await using house = await redirecting();
    const ids = await announce(house, ...sources);
    expect(await all(house)).toMatchObject([{ source: named, link: 'live', repeats: sources.length - 1 }]);
    const { id } = await house.only();
    for (const each of ids) expect((await house.store.mentions.byId(each))?.id).toBe(id);
    expect((await house.store.mentions.trace(ids.at(-1) ?? '')).map(({ outcome }) => outcome)).toContain('joined');
  });

  it('an address that leads to a known page is looked at once a day, and may give the name again', async () => {
    await using house = await redirecting();
    await announce(house, SOURCE, SHORT);
    house.asked.length = 0;
    for (let hour = 0; hour < 20; hour += 1) await announce(house, AWAY);
    // The known page itself is looked at when it is announced again, as ever.
    expect(house.asked.filter((url) => url === AWAY)).toHaveLength(1);
    await house.pass(24 * HOUR);
    await announce(house, SOURCE);
    expect(await all(house)).toMatchObject([{ source: SOURCE }]);
  });

  it('however they are checked', async () => {
    await using house = await redirecting();
    await Promise.all([house.tell(SOURCE, TARGET, 'webmention'), house.tell(SHORT, TARGET, 'pingback')]);
    await house.pass(HOUR);
    expect(await all(house)).toMatchObject([{ protocols: ['webmention', 'pingback'], link: 'live' }]);
  });

  it('not for another target', async () => {
    await using house = await redirecting();
    house.web.set(SOURCE, `${linking()}${linking('https://alice.example/other')}`);
    await house.tell(SOURCE);
    await house.tell(SHORT, 'https://alice.example/other');
    await house.pass(HOUR);
    expect(await all(house)).toHaveLength(2);
  });

  it('nor without a link', async () => {
    await using house = await redirecting();
    house.web.set(SOURCE, '<p>Nothing.');
    await announce(house, SOURCE, SHORT);
    expect(await all(house)).toHaveLength(2);
  });

  it('keeps what readers see, and the number they poll by', async () => {
    await using house = await redirecting();
    const [id = ''] = await announce(house, SHORT);
    await house.desk.moderate([id], 'approved');
    const { publicId } = await house.only();
    await announce(house, SOURCE);
    expect(await all(house)).toMatchObject([{ id, publicId, moderation: 'approved', source: SOURCE }]);
    expect(publicId).toBeDefined();
  });

  it.each<[string, decided: string, to: ModerationState, other: string, expected: ModerationState]>([
    ['a rejected page stays rejected', SOURCE, 'rejected', SHORT, 'rejected'],
    ['a rejected redirection of a stranger rejects nothing', AWAY, 'rejected', SOURCE, 'pending'],
    ["an approved page is not unpublished by a stranger's", SOURCE, 'approved', AWAY, 'approved'],
    ['an approved redirection is not unpublished by its page', AWAY, 'approved', SOURCE, 'approved'],
  ])('%s', async (_, decided, to, other, expected) => {
    await using house = await redirecting();
    const [id = ''] = await announce(house, decided);
    await house.desk.moderate([id], to);
    await announce(house, other);
    expect((await house.only()).moderation).toBe(expected);
    expect((await house.only()).source).toBe(decided === SOURCE && other === SHORT ? SHORT : SOURCE);
  });

  it('an approved newer one is not unpublished when the older turns out to be the same', async () => {
    await using house = await redirecting();
    house.redirects.delete(SHORT);
    house.web.set(SHORT, linking());
    await announce(house, SHORT);
    const [id = ''] = await announce(house, SOURCE);
    await house.desk.moderate([id], 'approved');
    house.redirects.set(SHORT, SOURCE);
    await announce(house, SHORT);
    expect(await all(house)).toMatchObject([{ id, moderation: 'approved', source: SHORT }]);
  });
});
