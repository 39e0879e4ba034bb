import process from 'node:process';
import { expect, it } from 'vitest';
import { createWatchHandler } from '../../src/outbound/watch.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import { createMapHandler } from '../../src/pages/map.ts';
import { BLOG, blog, openHouse } from './house.ts';

const SITEMAP = `${BLOG}sitemap.xml`;
const SITE = blog({ sitemap: SITEMAP });
const PAGES = 50_000;

/** The longest that the event loop is held, in milliseconds of this thread's processor: whatever else the machine does. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let isOver = false;
  let before = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isOver = true;
  turn();
  return longest;
}

it('a sitemap of fifty thousand pages never holds the event loop for long', { timeout: 120_000 }, async () => {
  await using house = await openHouse(SITE);
  const sitemap = (day: string) =>
    house.web.on(
      SITEMAP,
      `<urlset>${Array.from({ length: PAGES }, (_, n) => `<url><loc>${BLOG}archive/post-${n}/</loc><lastmod>2026-01-${day}</lastmod></url>`).join('')}</urlset>`,
    );
  const watch = createWatchHandler(house.deps({ watchEvery: 3600 }));
  const map = createMapHandler(house.deps());
  const directory = createSiteDirectory(house.store.sites, { now: () => house.time.now });
  const job = { subject: SITE.id, group: SITE.id, id: 1, startAfter: 0, attempts: 1, leasedUntil: 0, lease: 1 };
  const look = () => watch({ ...job, kind: 'watch' });
  const again = async () => {
    house.time.now += 3_600_000;
    await look();
  };
  sitemap('01');
  const holds = {
    'first map': await longestHold(() => map({ ...job, kind: 'map' })),
    'the same map': await longestHold(() => map({ ...job, kind: 'map' })),
    'map into memory': await longestHold(() => directory.refresh()),
    'first look': await longestHold(look),
    'nothing new': await longestHold(again),
  };
  console.info(
    Object.entries(holds)
      .map(([what, ms]) => `${what}: ${ms.toFixed()} ms`)
      .join(', '),
    `RSS ${(process.memoryUsage.rss() / 1e6).toFixed()} MB`,
  );
  expect(directory.pages(SITE.id)).toHaveLength(PAGES);
  for (const ms of Object.values(holds)) expect(ms).toBeLessThan(100);
});
