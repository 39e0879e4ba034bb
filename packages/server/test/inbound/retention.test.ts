import { identity } from '@hearback/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRetention } from '../../src/inbound/retention.ts';
import type { ModerationState } from '../../src/mention.ts';
import type { KeepDays } from '../../src/site-settings.ts';
import { type House, openHouse } from '../web/house.ts';

const DAY = 86_400_000;
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const keep = (keepDays: Partial<KeepDays>, site = house.site.id) =>
  house.store.sites.setSwitches(site, { settings: { keepDays } });
const run = () => createRetention({ store: house.store, clock: house.deps.clock })();
const states = async (site?: string) =>
  (await house.store.mentions.list({ limit: 50, ...(site && { site }) }))
    .map(({ moderation }) => moderation)
    .toSorted();
const seed = (moderation: ModerationState, site?: string) => house.seed({ moderation, ...(site && { site }) });

it('keeps each kind as long as the site says, and what waits or is shown for ever', async () => {
  for (const state of ['spam', 'rejected', 'approved', 'pending'] as const) await seed(state);
  await keep({ spam: 10, rejected: 20 });
  house.time.now += 9 * DAY;
  expect(await run()).toEqual({ removed: 0, isPartial: false });
  house.time.now += 2 * DAY;
  expect(await run()).toMatchObject({ removed: 1 });
  expect(await states()).toEqual(['approved', 'pending', 'rejected']);
  house.time.now += 10 * DAY;
  await run();
  expect(await states()).toEqual(['approved', 'pending']);
  house.time.now += 9999 * DAY;
  await run();
  expect(await states()).toEqual(['approved', 'pending']);
});

it('asks each site by itself, and 0 is for ever', async () => {
  await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/' });
  await seed('spam');
  await seed('spam', 'other.example');
  await keep({ spam: 0 }, 'other.example');
  house.time.now += 91 * DAY;
  await run();
  expect([await states(house.site.id), await states('other.example')]).toEqual([[], ['spam']]);
});

it('what was removed is not new when it comes again, and nothing says so', async () => {
  const source = 'https://eve.example/spam';
  await house.seed({ source, moderation: 'spam' });
  house.time.now += 91 * DAY;
  await run();
  expect(await states()).toEqual([]);
  expect(await house.store.forgotten.any()).toBe(true);
  expect(identity(source)).toBe(source);
});

it('works for a bounded time, and goes on where it was', async () => {
  const ids = [];
  for (let n = 0; n < 17; n += 1) ids.push(await seed('spam'));
  const [id = ''] = ids;
  await keep({ traces: 1, spam: 0 });
  house.time.now += 9 * DAY;
  const retain = createRetention(
    { store: house.store, clock: house.deps.clock },
    { rows: 5, steps: 5, batches: 3, sites: 500 },
  );
  expect(await retain()).toEqual({ removed: 15, isPartial: true });
  expect(await retain()).toEqual({ removed: 2, isPartial: false });
  expect((await house.store.mentions.trace(id)).map(({ step }) => step)).toEqual(['received', 'moderated']);
  await keep({ spam: 1 });
  expect(await retain()).toEqual({ removed: 15, isPartial: true });
  expect(await retain()).toEqual({ removed: 2, isPartial: false });
});
