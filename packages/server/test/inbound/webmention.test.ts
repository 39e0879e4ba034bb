import type { Protocol } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/mention.ts';
import { HOUR, linking, openHouse, SOURCE, silent, TARGET } from './house.ts';

const entry = (name: string) =>
  `<!doctype html><div class="h-entry"><h1 class="p-name">${name}</h1><p class="e-content">On <a href="${TARGET}">it</a>.</div>`;
const image = `<!doctype html><title>A picture</title><img src="${TARGET}">`;
const tombstone = '<!doctype html><meta http-equiv="Status" content="410 Gone"><title>Gone</title>';

async function openWith(page: string | number, ...protocols: readonly Protocol[]) {
  const house = await openHouse();
  house.web.set(SOURCE, page);
  for (const protocol of protocols) await house.tell(SOURCE, TARGET, protocol);
  await house.pass(10_000);
  return house;
}

async function openPublished(page: string) {
  const house = await openWith(page, 'webmention');
  await house.desk.moderate([(await house.only()).id], 'approved');
  return house;
}

/** Id, page, protocols, what the first check finds. */
const CHECKS: readonly [string, string, readonly Protocol[], string][] = [
  ['WM-R12 an image is a link', image, ['webmention'], 'live'],
  ['WM-R12 for Webmention only', image, ['pingback'], 'absent'],
  ['a mention is checked as its widest protocol wants', image, ['pingback', 'webmention'], 'live'],
  ['WM-R13 exact but for the slash is not exact', linking(`${TARGET}/`), ['webmention'], 'absent'],
  ['a slash is nothing to a pingback', linking(`${TARGET}/`), ['pingback'], 'live'],
  ['nor when a pingback came too', linking(`${TARGET}/`), ['webmention', 'pingback'], 'live'],
  ['WM-R26 text is no link', `<!doctype html><p>${TARGET}`, ['webmention'], 'absent'],
];

describe('a webmention', () => {
  it.each(CHECKS)('%s', async (_, page, protocols, link) => {
    await using house = await openWith(page, ...protocols);
    expect(await house.only()).toMatchObject({ link, protocols });
  });

  it('WM-R16, WM-R17: sent again, the mention is updated in place', async () => {
    await using house = await openPublished(entry('First title'));
    const before = await house.only();
    house.web.set(SOURCE, entry('Second title'));
    await house.tell(SOURCE, TARGET, 'webmention');
    await house.pass(HOUR);
    const after = await house.only();
    expect([before.entry?.title, after.entry?.title]).toEqual(['First title', 'Second title']);
    expect(after).toMatchObject({ id: before.id, publicId: before.publicId, moderation: 'approved', link: 'live' });
  });

  it.each([
    ['WM-R18 the link removed', silent],
    ['WM-R18 410', 410],
    ['WM-R20 410 by meta', tombstone],
  ])('%s is honoured when two looks an hour apart find it', async (_, page) => {
    await using house = await openPublished(entry('A title'));
    house.web.set(SOURCE, page);
    await house.tell(SOURCE, TARGET, 'webmention');
    await house.pass(30 * 60_000);
    expect(await house.only()).toMatchObject({ link: 'live' });
    await house.pass(2 * HOUR);
    const mention = await house.only();
    expect([mention.link, isPublic(mention)]).toEqual(['lost', false]);
  });

  it.each([503, 403, 'timeout'] as const)('WM-R19 %s removes nothing', async (answer) => {
    await using house = await openPublished(entry('A title'));
    house.web.set(SOURCE, answer);
    await house.tell(SOURCE, TARGET, 'webmention');
    await house.pass(48 * HOUR);
    const mention = await house.only();
    expect([mention.link, isPublic(mention)]).toEqual(['unreachable', true]);
  });

  it('has its status URL, the same for a repeat and for a public one', async () => {
    await using house = await openPublished(entry('A title'));
    const { id } = await house.only();
    expect(await house.tell(SOURCE, TARGET, 'webmention')).toEqual({
      outcome: 'registered',
      statusUrl: `https://hear.example/status/${id}`,
    });
  });

  it('WM-R02 of itself is refused, fragment or not', async () => {
    await using house = await openHouse();
    for (const source of [TARGET, `${TARGET}#x`, 'HTTPS://ALICE.example:443/post']) {
      expect(await house.tell(source, TARGET, 'webmention')).toEqual({ outcome: 'refused', because: 'self' });
    }
  });
});
