import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advertisement } from '../../src/web/advertisement.ts';
import { type Listening, listen } from '../../src/web/listen.ts';
import { type House, openHouse, POST } from './house.ts';

const SOURCE = 'https://bob.example/answer';
const FORM = new URLSearchParams({ target: POST, referrer: SOURCE });

let house: House;
let listening: Listening;
beforeEach(async () => {
  house = await openHouse();
  listening = await listen(house.web, { host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await listening.close();
  await house.close();
});

describe('POST /refback', () => {
  it('hears a beacon over a socket, and answers nothing', async () => {
    const reply = await fetch(`${listening.url}/refback`, { method: 'POST', body: FORM });
    expect([reply.status, await reply.text(), reply.headers.get('content-length')]).toEqual([204, '', null]);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(house.heard).toMatchObject([{ source: SOURCE, target: POST, client: '127.0.0.1', site: undefined }]);
  });

  it('knows the site by the path', async () => {
    await fetch(`${listening.url}/alice.example/refback`, { method: 'POST', body: FORM });
    expect(house.heard).toMatchObject([{ site: 'alice.example' }]);
  });

  it.each([
    [204, { method: 'OPTIONS' }],
    [405, { method: 'GET' }],
    [413, { method: 'POST', body: 'a'.repeat(20_000) }],
  ])('answers %i to %o', async (status, init) => {
    expect((await fetch(`${listening.url}/refback`, init)).status).toBe(status);
    expect(house.heard).toEqual([]);
  });
});

it('the beacon that the desk prints is one script, whatever the address', () => {
  const { beacon } = advertisement('https://hear.example/</script>', POST);
  expect(beacon).toContain('"https://hear.example/\\u003c/script>/refback"');
  expect(beacon.match(/<\/script>/g)).toHaveLength(1);
});
