import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWidget } from '../../../widget/build.ts';
import { type House, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  await buildWidget(fileURLToPath(new URL('../../../widget/dist/hearback-mentions.js', import.meta.url)));
  house = await openHouse();
});
afterAll(() => house.close());

test('the widget comes to any page, is kept for a day, and not sent twice', async () => {
  const get = (headers = {}) => house.web.fetch(new Request('http://127.0.0.1:7777/widget.js', { headers }));
  const response = await get();
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('hearback-mentions');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': '*',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=86400, stale-while-revalidate=604800',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  const etag = response.headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`])
    expect((await get({ 'if-none-match': known })).status).toBe(304);
  expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
});
