import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.seed({
    source: 'https://bob.example/coming',
    moderation: 'approved',
    entry: { kind: 'rsvp', rsvp: 'maybe' },
  });
});
afterAll(() => house.close());

async function first(format: string, list: string): Promise<Record<string, unknown>> {
  const response = await house.web.fetch(
    new Request(`http://127.0.0.1:7777/api/mentions.${format}?target=${encodeURIComponent(POST)}`),
  );
  return ((await response.json()) as Record<string, Record<string, unknown>[]>)[list]?.[0] ?? {};
}

test('JF2 names the answer beside what it answers', async () => {
  expect(await first('jf2', 'children')).toMatchObject({
    rsvp: 'maybe',
    'in-reply-to': POST,
    'wm-property': 'rsvp',
  });
});

test('classic JSON has the answer among the data', async () => {
  expect(await first('json', 'links')).toMatchObject({ data: { rsvp: 'maybe' }, activity: { type: 'rsvp' } });
});
