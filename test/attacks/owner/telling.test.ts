import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDelivery } from '../../../packages/server/test/storage/contract/samples.ts';
import { type House, openHouse, POST } from '../../../packages/server/test/web/house.ts';
import { bearer, everyRow, makeToken, routesOf } from './lib.ts';

const THEIRS = 'https://other.example/p';
let house: House;
let site: string;
beforeAll(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/', name: 'O' });
  await house.directory.refresh();
  for (const [name, source, id] of [
    ['mine', POST, house.site.id],
    ['theirs', THEIRS, 'other.example'],
  ] as const) {
    const delivery = newDelivery(name, { site: id, source, target: `https://bob.example/${name}`, status: 'failed' });
    await house.store.deliveries.add([delivery], { step: 'found', outcome: 'found', reason: 'Linked.' });
  }
  site = await makeToken(house, ['read', 'moderate', 'send'], house.site.id);
});
afterAll(() => house.close());

async function ask(path: string, init: RequestInit = {}) {
  const response = await house.web.fetch(new Request(new URL(path, house.publicUrl), init), { address: '192.0.2.7' });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const post = (path: string, body: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  ask(path, { method: 'POST', body: new URLSearchParams(body), headers });
const status = async (name: string) => (await house.store.deliveries.byId(`id-${name}`))?.status;

/** What strangers may ask; the address of a delivery or of a subscription is known to those alone who were told it. */
const OPEN =
  /^\/api\/(?:mentions|links|count|deleted|export|example\/mentions)(?:\.|$)|^\/api\/telegraph\/webmention\/:id$/;

describe('229 programs that tell', () => {
  test('no call of the API is heard without a token, a later one included', async () => {
    const calls = routesOf(house).filter(({ path }) => path.startsWith('/api/') && !OPEN.test(path));
    expect(calls.map(({ path }) => path)).toContain('/api/deliveries/:id/resend');
    const before = everyRow(house);
    for (const { method, path } of calls) {
      const verb = method === 'ALL' ? 'PUT' : method;
      const body =
        verb === 'GET' ? {} : { body: new URLSearchParams({ source: POST, target: 'https://bob.example/' }) };
      const { status: code } = await ask(path.replace(':id', 'id-mine'), { method: verb, ...body });
      expect(method === 'ALL' ? [405] : [401], `${verb} ${path}`).toContain(code);
    }
    expect(everyRow(house)).toBe(before);
  });

  test.each(['read', 'moderate'] as const)('one that may %s cannot have anything told', async (scope) => {
    const secret = await makeToken(house, [scope]);
    const before = everyRow(house);
    const fields = { source: POST, target: 'https://bob.example/mine', callback: 'https://evil.example/' };
    for (const path of ['/api/send', '/api/deliveries/resend', '/api/deliveries/id-mine/resend'])
      expect((await post(path, fields, bearer(secret))).status, path).toBe(403);
    expect((await post('/api/telegraph/webmention', { ...fields, token: secret })).status).toBe(401);
    expect(everyRow(house)).toBe(before);
  });

  test('what is another site’s is not there for a token of one site', async () => {
    const never = await ask('/api/deliveries/never-was', { headers: bearer(site) });
    for (const answer of [
      await ask('/api/deliveries/id-theirs', { headers: bearer(site) }),
      await post('/api/deliveries/id-theirs/resend', {}, bearer(site)),
    ])
      expect([answer.status, answer.text]).toEqual([404, never.text]);
    const listed = await ask(`/api/deliveries?source=${encodeURIComponent(THEIRS)}`, { headers: bearer(site) });
    expect(JSON.parse(listed.text)).toEqual({ deliveries: [], before: null });
    const [theirs, nobodys] = await Promise.all(
      [THEIRS, 'https://nobody.example/p'].map((source) =>
        post('/api/telegraph/webmention', { token: site, source, target: 'https://bob.example/theirs' }),
      ),
    );
    expect([theirs?.status, theirs?.text]).toEqual([400, nobodys?.text]);
    expect((await post('/api/deliveries/resend', {}, bearer(site))).status).toBe(202);
    expect([await status('mine'), await status('theirs')]).toEqual(['queued', 'failed']);
  });

  test('221 none of it may be read by pages of other origins', async () => {
    for (const path of ['/api/telegraph/webmention', '/api/telegraph/webmention/id-mine', '/api/deliveries/resend'])
      for (const method of ['GET', 'OPTIONS', 'POST']) {
        const headers = { origin: 'https://evil.example', ...bearer(site) };
        const { headers: got } = await ask(path, { method, headers });
        expect(got.get('access-control-allow-origin'), `${method} ${path}`).toBe(null);
      }
  });
});

describe('addresses that hubs are given', () => {
  const word = '<script>alert(1)</script>';

  test('say nothing to whoever guesses one, and repeat no word of theirs', async () => {
    const before = everyRow(house);
    for (const id of ['x', '__proto__', '%00', "' OR 1=1 --", 'x'.repeat(2000)]) {
      const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.challenge': word });
      const asked = await ask(`/websub/${encodeURIComponent(id)}?${query}`);
      const told = await post(`/websub/${encodeURIComponent(id)}`, {}, { 'x-hub-signature': `sha1=${'0'.repeat(40)}` });
      for (const { status: code, text } of [asked, told]) {
        expect(code, id).toBe(404);
        expect(text).not.toContain('<script');
      }
    }
    expect(everyRow(house)).toBe(before);
  });

  test('a word that is asked for is text, and can be nothing else', async () => {
    const topic = 'https://alice.example/feed';
    await house.store.hubs.save({
      ...{ site: house.site.id, id: 'the-id', hub: 'https://hub.example/', topic, secret: 's' },
      ...{ state: 'asked', since: house.time.now, until: undefined },
    });
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': word });
    const { headers, text } = await ask(`/websub/the-id?${query}`);
    expect(text).toBe(word);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  });
});
