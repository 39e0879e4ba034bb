import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../src/web/listen.ts';
import { type House, openHouse, POST } from './house.ts';
import { openWire } from './wire.ts';

let house: House;
let server: Listening;
beforeAll(async () => {
  house = await openHouse();
  server = await listen(house.web, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

const QUERY = `?target=${encodeURIComponent(POST)}`;
const OK = '<?xml version="1.0" encoding="utf-8"?><response><error>0</error></response>';

function send(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
}

async function stored(source: string) {
  const mentions = await house.store.mentions.list({ limit: 100 });
  return mentions.filter((mention) => mention.source === source);
}

describe('a TrackBack', () => {
  test.each([
    ['at the plain address', `/trackback${QUERY}`],
    ['at the address of its site', `/alice.example/trackback${QUERY}`],
    ['with more in the query', `/trackback${QUERY}&for=post`],
    ['with a target that nobody encoded', `/trackback?target=${POST}`],
  ])('%s is stored as any other notification, and not shown', async (name, path) => {
    const source = `https://bob.example/${encodeURIComponent(name)}`;
    const response = await send(path, { url: source, title: 'T', excerpt: 'E', blog_name: 'B' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml']);
    expect(await response.text()).toBe(OK);
    expect(await stored(source)).toMatchObject([
      { target: POST, protocols: ['trackback'], link: 'unverified', moderation: 'pending', entry: undefined },
    ]);
  });

  test('TB-S08: sent twice it is one mention, and a success both times', async () => {
    const source = 'https://bob.example/twice';
    for (const title of ['One', 'Two'])
      expect(await (await send(`/trackback${QUERY}`, { url: source, title })).text()).toBe(OK);
    expect(await stored(source)).toMatchObject([{ repeats: 1 }]);
  });

  test('from a blocked host it looks accepted and is not', async () => {
    const response = await send(`/trackback${QUERY}`, { url: 'https://blocked.example/1' });
    expect(await response.text()).toBe(OK);
    expect(await stored('https://blocked.example/1')).toEqual([]);
  });

  test('a foreign, a closed and a misspelled target get one answer, and store nothing', async () => {
    await house.store.sites.configure({ ...house.site, id: 'carol.example', url: 'https://carol.example/' });
    await house.store.sites.setSwitches('carol.example', { receive: false });
    await house.directory.refresh();
    const url = 'https://bob.example/57';
    const answers = ['https://stranger.example/', 'https://carol.example/x'].map(async (target) =>
      (await send(`/trackback?target=${encodeURIComponent(target)}`, { url })).text(),
    );
    const texts = new Set(await Promise.all(answers));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain('<error>1</error><message>');
    for (const path of ['/trackback', '/trackback?target=999999999', '/trackback?__mode=rss']) {
      expect(await (await send(path, { url })).text()).toContain('<error>1</error><message>');
    }
    expect(await stored(url)).toEqual([]);
  });

  test('there are no addresses with a number', async () => {
    expect((await send('/trackback/999999999', { url: 'https://bob.example/x' })).status).toBe(404);
  });

  test('TB-S05: GET is 405', async () => {
    const response = await fetch(`${server.url}/trackback${QUERY}&url=https://bob.example/get`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await stored('https://bob.example/get')).toEqual([]);
  });

  test('a giant title is 413, announced or not', async () => {
    const body = `url=https://bob.example/giant&title=${'x'.repeat(200_000)}`;
    const type = 'Content-Type: application/x-www-form-urlencoded';
    for (const frame of [
      `Content-Length: ${body.length}\r\n\r\n${body}`,
      `Transfer-Encoding: chunked\r\n\r\n30d40\r\n${body}`,
    ]) {
      const wire = openWire(server.port);
      wire.write(`POST /trackback${QUERY} HTTP/1.1\r\nHost: x\r\n${type}\r\n${frame}`);
      expect(await wire.whole).toMatch(/^HTTP\/1\.1 413 /);
    }
    expect(await stored('https://bob.example/giant')).toEqual([]);
  });

  test('by HTTP/1.0, in latin-1', async () => {
    const body = 'url=https://bob.example/caf%E9&title=T%E4st&charset=ISO-8859-1';
    const wire = openWire(server.port);
    wire.write(
      `POST /trackback${QUERY} HTTP/1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(await wire.whole).toContain(`\r\n\r\n${OK}`);
    expect(await stored('https://bob.example/caf%C3%A9')).toHaveLength(1);
  });
});
