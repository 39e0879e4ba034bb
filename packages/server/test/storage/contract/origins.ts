import { expect, it } from 'vitest';
import type { OriginVisit } from '../../../src/ports/index.ts';
import { DAY, NOON, type Opened } from './opened.ts';
import { TARGET } from './samples.ts';

const TODAY = Math.floor(NOON / DAY);

function visit(block: string, more: Partial<OriginVisit> = {}): OriginVisit {
  const origin = 'https://bob.example/';
  return { site: 'home.example', origin, target: TARGET, day: TODAY, block, salt: `salt ${block}`, at: NOON, ...more };
}

/** `Origins`, and how they forget. */
export function describeOrigins(opened: () => Opened): void {
  const count = (...args: Parameters<typeof visit>) => opened().writer.origins.count(visit(...args));
  const take = (at = NOON, origin = 'https://bob.example/') => opened().writer.origins.take('home.example', origin, at);
  const three = async (more: Partial<OriginVisit> = {}) => {
    for (const block of ['a', 'b']) expect(await count(block, more)).toEqual({ isDue: false });
    return count('c', more);
  };

  it('an origin is due with the third block of a day', async () => {
    expect(await count('a')).toEqual({ isDue: false });
    expect(await count('a')).toEqual({ isDue: false });
    expect(await count('b')).toEqual({ isDue: false });
    expect(await take()).toEqual([]);
    expect(await count('c')).toEqual({ isDue: true });
    expect(await take()).toEqual([TARGET]);
  });

  it('blocks of two days, two sites or two origins do not add up', async () => {
    await count('a');
    await count('b');
    expect(await count('c', { day: TODAY + 1 })).toEqual({ isDue: false });
    expect(await count('c', { site: 'other.example' })).toEqual({ isDue: false });
    expect(await count('c', { origin: 'https://carl.example/' })).toEqual({ isDue: false });
    expect(await count('d', { day: TODAY })).toEqual({ isDue: false });
  });

  it('what was taken is not due again within a day, and its pages are forgotten', async () => {
    await three();
    await take();
    expect(await take()).toEqual([]);
    expect(await count('d', { target: `${TARGET}/2` })).toEqual({ isDue: false });
    expect(await take(NOON + DAY)).toEqual([`${TARGET}/2`]);
  });

  it('twenty pages are looked for at most, each once', async () => {
    await three();
    for (let page = 0; page < 30; page += 1) await count('a', { target: `${TARGET}/${page % 25}` });
    expect(await take()).toHaveLength(20);
  });

  it('nothing is kept for longer than two days', async () => {
    await count('a');
    await count('b');
    await count('x', { origin: 'https://carl.example/', day: TODAY + 3, at: NOON + 3 * DAY });
    // The day is over, but had it been kept this would be the third block of it.
    expect(await count('c', { at: NOON + 3 * DAY })).toEqual({ isDue: false });
  });
}
