import { createTrackbackReceiver } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { isPublic } from '../../src/mention.ts';
import { HOUR, linking, openHouse, SOURCE, silent, TARGET } from './house.ts';

/** What `silent` and `linking` pages are called, and what the sender calls them. */
const WORDS = { title: 'Cheap watches', excerpt: 'Buy', blog_name: 'Shop' };

async function received(page: string) {
  const house = await openHouse();
  house.web.set(SOURCE, page);
  const body = new URLSearchParams({ url: SOURCE, ...WORDS });
  const url = `https://hear.example/trackback?target=${encodeURIComponent(TARGET)}`;
  await createTrackbackReceiver(house.inbox).fetch(new Request(url, { method: 'POST', body }));
  await house.pass(2 * HOUR);
  return house;
}

describe('a TrackBack', () => {
  it('TB-S10 is looked at as any other, and shown in the words of the page and not of the sender', async () => {
    await using house = await received(linking());
    const mention = await house.only();
    expect(mention).toMatchObject({ link: 'live', protocols: ['trackback'], entry: { title: 'An answer' } });
    expect(JSON.stringify(mention)).not.toMatch(/Cheap|Buy|Shop/);
  });

  it('without a link is never public, whatever is decided', async () => {
    await using house = await received(silent);
    const { id } = await house.only();
    await house.desk.moderate([id], 'approved');
    const mention = await house.only();
    expect(mention.link).toBe('absent');
    expect(isPublic(mention)).toBe(false);
    expect(await house.inbox.pingbacks(TARGET)).toEqual([]);
  });
});
