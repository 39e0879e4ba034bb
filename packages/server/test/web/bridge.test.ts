import type { HttpRequest } from '@hearback/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createForwardHandler } from '../../src/outbound/forward.ts';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const SOURCE = 'https://bob.example/links';
const OWN = 'https://alice.example/endpoint';
const ping = (target = POST) =>
  `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value><string>${SOURCE}</string></value></param><param><value><string>${target}</string></value></param></params></methodCall>`;

async function post(path: string, body: string | URLSearchParams): Promise<{ status: number; text: string }> {
  const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': 'text/xml' } : {};
  const response = await house.web.fetch(
    new Request(`http://127.0.0.1:7777${path}`, { method: 'POST', headers, body }),
  );
  return { status: response.status, text: await response.text() };
}

describe('the addresses that accounts of webmention.io had', () => {
  test.each([
    ['/alice.example/xmlrpc'],
    ['/alice/xmlrpc'],
    ['/www.alice.example/xmlrpc'],
    ['/user_1/xmlrpc'],
    ['/d/alice.example/xmlrpc'],
  ])('take pingbacks: %s', async (path) => {
    expect((await post(path, ping())).text).toContain('<string>');
    expect(await house.store.mentions.list({ limit: 9 })).toHaveLength(1);
  });

  test.each([['/alice.example/webmention'], ['/alice/webmention'], ['/d/alice.example/webmention']])(
    'take webmentions: %s',
    async (path) => {
      const { status, text } = await post(path, new URLSearchParams({ source: SOURCE, target: POST, code: 'x' }));
      expect(status).toBe(201);
      const body = JSON.parse(text);
      expect(Object.keys(body)).toEqual(['status', 'summary', 'location', 'source', 'target']);
      expect(body).toMatchObject({ status: 'queued', source: SOURCE, target: POST });
    },
  );

  test('name the only site whose pages they take, where they name one', async () => {
    await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/' });
    await house.directory.refresh();
    expect((await post('/other.example/xmlrpc', ping())).text).toContain('<int>33</int>');
  });
});

describe('the bridge for pingbacks', () => {
  const bridge = (forward: string) => `/webmention?forward=${encodeURIComponent(forward)}`;
  const jobs = () => house.store.jobs.nextStart(['hook']);

  /** What the endpoint hears when everything that is due is done. */
  async function forwarded(status = 202): Promise<HttpRequest[]> {
    const asked: HttpRequest[] = [];
    const http = {
      request: async (request: HttpRequest) => {
        asked.push(request);
        return { ok: true, status, headers: {}, url: request.url, body: new Uint8Array() } as never;
      },
    };
    const handle = createForwardHandler({ ...house.deps, http });
    const now = house.time.now + 31_000;
    for (const job of await house.store.jobs.claim({ now, limit: 9, leaseMs: 1000, kinds: ['hook'] })) {
      const outcome = await handle(job);
      if (outcome.outcome === 'later') await house.store.jobs.postpone(job, outcome.at);
      else await house.store.jobs.finish(job);
    }
    return asked;
  }
  async function verified(link: 'live' | 'absent'): Promise<string> {
    const [{ id = '' } = {}] = await house.store.mentions.list({ limit: 1 });
    await house.store.mentions.recordCheck(id, { link, checkedAt: house.time.now }, []);
    return id;
  }

  test('receives a pingback, and tells the endpoint of the site once its link was found', async () => {
    expect((await post(bridge(OWN), ping())).text).toContain('<string>');
    expect(await forwarded()).toEqual([]);
    const id = await verified('live');
    house.time.now += 90_000;
    const [request] = await forwarded();
    expect([request?.method, request?.url, new TextDecoder().decode(request?.body)]).toEqual([
      'POST',
      OWN,
      new URLSearchParams({ source: SOURCE, target: POST }).toString(),
    ]);
    expect((await house.store.mentions.trace(id)).at(-1)).toMatchObject({ outcome: 'forwarded' });
    expect(await jobs()).toBeUndefined();
  });

  test('tells nothing of a page without the link', async () => {
    await post(bridge(OWN), ping());
    await verified('absent');
    expect(await forwarded()).toEqual([]);
    expect(await jobs()).toBeUndefined();
  });

  test('says in the trace when the endpoint did not want it', async () => {
    await post(bridge(OWN), ping());
    const id = await verified('live');
    expect(await forwarded(400)).toHaveLength(1);
    expect((await house.store.mentions.trace(id)).at(-1)?.reason).toBe(
      `Could not tell ${OWN} of it as a webmention: it answered HTTP 400.`,
    );
  });

  test.each([
    ['another host', 'https://victim.example/'],
    ['another port', 'https://alice.example:8443/'],
    ['a host that begins alike', 'https://alice.example.evil.example/'],
    ['a user before another host', 'https://alice.example@victim.example/'],
    ['no encryption where the site has it', 'http://alice.example/endpoint'],
    ['a host inside', 'http://127.0.0.1/'],
    ['no address', 'endpoint'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
  ])('posts to nobody for a stranger: %s', async (_, forward) => {
    expect((await post(bridge(forward), ping())).text).toContain('<int>49</int>');
    expect(await jobs()).toBeUndefined();
    expect(await house.store.mentions.list({ limit: 9 })).toEqual([]);
    const [refusal] = await house.store.refusals.list({ limit: 1 });
    expect(refusal?.reason).toContain('forwarded to an endpoint that is not on the host');
  });

  test('is not there for pages of others', async () => {
    expect((await post(bridge('https://victim.example/'), ping('https://victim.example/'))).text).toContain('33');
    expect(await jobs()).toBeUndefined();
  });

  test('that leads to this very server is a pingback and nothing else', async () => {
    const here = await openHouse({ publicUrl: 'https://alice.example' });
    const headers = { 'content-type': 'text/xml' };
    const path = `https://alice.example${bridge('https://alice.example/webmention')}`;
    await here.web.fetch(new Request(path, { method: 'POST', headers, body: ping() }));
    expect(await here.store.mentions.list({ limit: 9 })).toHaveLength(1);
    expect(await here.store.jobs.nextStart(['hook'])).toBeUndefined();
    await here.close();
  });
});
