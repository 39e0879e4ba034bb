import { describe, expect, it } from 'vitest';
import type { JobOutcome } from '../../src/jobs/outcome.ts';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';

const PAGE = 'https://bob.example/2';
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Posts that all link to one page, which may be kept for an hour; `move` gives it another endpoint. */
async function open() {
  const house = await openHouse(blog());
  const handlers = { deliver: createDeliverHandler(house.deps()) };
  const move = (endpoint: string) =>
    house.web.on(PAGE, {
      headers: { link: `<https://bob.example/${endpoint}>; rel=webmention`, 'cache-control': 'max-age=3600' },
    });
  move('old');
  house.web.on('https://bob.example/old', { status: 202 });
  house.web.on('https://bob.example/new', { status: 202 });
  async function announce(post: string, words = 'See'): Promise<readonly JobOutcome[]> {
    house.web.on(`${BLOG}${post}`, `<article>${words} <a href="${PAGE}">2</a></article>`);
    await publish(house.deps(), `${BLOG}${post}`);
    return house.runDue(handlers);
  }
  const asked = () => house.web.lines().filter((line) => line.includes('bob.example'));
  return { house, handlers, move, announce, asked };
}

describe('WM-S16 a page that may be kept', () => {
  it('is asked once for several posts, and again for an update (WM-S11)', async () => {
    const { house, move, announce, asked } = await open();
    await using _ = house;
    await announce('one');
    await announce('two');
    expect(asked()).toEqual([`GET ${PAGE}`, 'POST https://bob.example/old', 'POST https://bob.example/old']);
    move('new');
    await announce('one', 'Look at');
    expect(asked().slice(3)).toEqual([`GET ${PAGE}`, 'POST https://bob.example/new']);
  });

  it.each([404, 405, 410])('is asked again when what it named answers %i', async (status) => {
    const { house, handlers, move, announce, asked } = await open();
    await using _ = house;
    await announce('one');
    move('new');
    house.web.on('https://bob.example/old', { status });
    await announce('two');
    expect(asked().slice(2)).toEqual(['POST https://bob.example/old']);
    await house.runUntil(house.time.now + 10 * MINUTE, () => handlers);
    expect(asked().slice(3)).toEqual([`GET ${PAGE}`, 'POST https://bob.example/new']);
    const rows = await house.store.deliveries.list({ limit: 2 });
    expect(rows.map((row) => row.status)).toEqual(['delivered', 'delivered']);
  });

  it.each([
    ['refuses', { status: 400 }, 'refused'],
    ['is what it names when asked', { status: 404 }, 'refused'],
  ])('is not asked again when the endpoint %s', async (which, answer, expected) => {
    const { house, handlers, announce, asked } = await open();
    await using _ = house;
    if (which === 'refuses') await announce('one');
    house.web.on('https://bob.example/old', answer);
    await announce('two');
    const before = asked().length;
    await house.runUntil(house.time.now + DAY, () => handlers);
    expect(asked()).toHaveLength(before);
    expect(await house.store.deliveries.list({ limit: 1 })).toMatchObject([{ status: expected }]);
  });
});
