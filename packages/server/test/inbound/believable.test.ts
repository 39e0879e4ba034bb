import type { Entry } from '@hearback/protocol';
import { expect, it } from 'vitest';
import { believable } from '../../src/inbound/believable.ts';
import { linking, openHouse, SOURCE } from './house.ts';

const NOW = Date.UTC(2026, 0, 2, 12);
const RECEIVED = Date.UTC(2026, 0, 1);
const dated = (published: string) => ({ kind: 'mention', published }) as Entry;

it.each([
  ['a year ahead', '2027-01-02T12:00:00.000Z', '2026-01-01T00:00:00.000Z'],
  ['a second ahead', '2026-01-02T12:00:01.000Z', '2026-01-01T00:00:00.000Z'],
  ['just now', '2026-01-02T12:00:00.000Z', '2026-01-02T12:00:00.000Z'],
  ['after it was received', '2026-01-01T18:00:00.000Z', '2026-01-01T18:00:00.000Z'],
  ['none', '', ''],
])('%s', (_id, published, believed) => {
  expect(believable(dated(published), RECEIVED, NOW)).toEqual(dated(believed));
});

it('what is stored of a page from the future is when it was received', async () => {
  await using house = await openHouse();
  house.web.set(SOURCE, `<meta property="article:published_time" content="2099-01-01">${linking()}`);
  await house.tell();
  const { receivedAt } = await house.only();
  await house.pass(10_000);
  expect((await house.only()).entry?.published).toBe(new Date(receivedAt).toISOString());
});
