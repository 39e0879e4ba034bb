import { describe, expect, it } from 'vitest';
import type { Http, HttpFailureKind } from '../src/index.ts';
import { discover, notify, ping } from '../src/index.ts';
import { writeSuccess } from '../src/xml-rpc/write.ts';
import { network } from './support/http.ts';

const ENDPOINT = 'http://bob.example/xmlrpc';

describe('ping', () => {
  it('PB-C01…C09 sends the golden bytes', async () => {
    const { http, requests } = network({ body: writeSuccess('ok') });
    const outcome = await ping(http, ENDPOINT, 'http://alice.example/1#p', 'http://bob.example/?a&b#c');
    expect(outcome).toMatchObject({ outcome: 'delivered', message: 'ok' });
    const [request, ...more] = requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', url: ENDPOINT, redirects: 'endpoint', maxBytes: 65536 });
    expect(request?.headers).toMatchObject({ 'content-type': 'text/xml' });
    expect(new TextDecoder().decode(request?.body)).toBe(
      '<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>' +
        '<param><value><string>http://alice.example/1#p</string></value></param>' +
        '<param><value><string>http://bob.example/?a&amp;b#c</string></value></param></params></methodCall>',
    );
  });

  it('PB-C08 sends non-ASCII URLs percent-encoded', async () => {
    const { http, requests } = network({ body: writeSuccess('ok') });
    await ping(http, ENDPOINT, 'http://alice.example/ü', 'http://bücher.example/ä');
    const body = new TextDecoder().decode(requests[0]?.body);
    expect(body).toContain('<string>http://alice.example/%C3%BC</string>');
    expect(body).toContain('<string>http://xn--bcher-kva.example/%C3%A4</string>');
  });

  it.each([
    ['x', 'http://b/'],
    ['http://a/', '/x'],
  ])('PB-C02 sends nothing for %s and %s', async (source, target) => {
    const { http, requests } = network({});
    expect(await ping(http, ENDPOINT, source, target)).toMatchObject({ outcome: 'failed' });
    expect(requests).toEqual([]);
  });
});

describe('discover', () => {
  it('PB-D01, PB-D22 asks once, without the fragment', async () => {
    const { http, requests } = network({ headers: [['x-pingback', ENDPOINT]] });
    const found = await discover(http, 'http://bob.example/2?q#c#d');
    expect(found).toMatchObject({ url: 'http://bob.example/2?q#c#d', chosen: { url: ENDPOINT } });
    expect(requests).toMatchObject([
      { method: 'GET', url: 'http://bob.example/2?q', redirects: 'page', maxBytes: 524288 },
    ]);
  });

  it.each([
    ['refused', false],
    ['invalid', false],
    ['redirects', false],
    ['dns', true],
    ['connect', true],
    ['tls', true],
    ['timeout', true],
    ['reset', true],
  ] satisfies [HttpFailureKind, boolean][])('%s: again later is %s', async (kind, later) => {
    const { http } = network({ ok: false, kind, reason: 'Why.' });
    expect(await discover(http, 'http://bob.example/2')).toEqual({
      failure: { later, reason: 'Why.', retryAfter: undefined, httpStatus: undefined },
    });
  });

  it('asks again later after a passing error, but uses what the error page names', async () => {
    const busy = network({ status: 503, headers: [['retry-after', '9']] });
    expect(await discover(busy.http, 'http://bob.example/2')).toMatchObject({
      failure: { later: true, retryAfter: 9, httpStatus: 503 },
    });
    const named = network({ status: 503, headers: [['x-pingback', ENDPOINT]] });
    expect(await discover(named.http, 'http://bob.example/2')).toMatchObject({ chosen: { url: ENDPOINT } });
  });

  it('says that a missing page names no endpoint', async () => {
    const { http } = network({ status: 404 });
    expect(await discover(http, 'http://bob.example/2')).toMatchObject({
      chosen: null,
      reason: expect.stringContaining('404'),
    });
  });
});

describe('the status of an answer that could not be used', () => {
  const moved: Http = { request: async () => ({ ok: false, kind: 'redirects', status: 303, reason: 'Why.' }) };
  const brokeOff: Http = { request: async () => ({ ok: false, kind: 'reset', status: 200, reason: 'Why.' }) };
  const notice = { source: 'https://a.example/1', target: 'https://b.example/2', title: '', excerpt: '', siteName: '' };

  it.each(['webmention', 'pingback', 'trackback'] as const)('is that of the delivery by %s', async (protocol) => {
    const endpoint = { protocol, url: 'https://b.example/ep' };
    expect(await notify(moved, endpoint, notice)).toEqual({ outcome: 'failed', httpStatus: 303, reason: 'Why.' });
    expect(await notify(brokeOff, endpoint, notice)).toMatchObject({ outcome: 'later', httpStatus: 200 });
  });

  it('is that of the search for an endpoint', async () => {
    expect(await discover(moved, 'https://b.example/2')).toMatchObject({ failure: { later: false, httpStatus: 303 } });
  });
});
