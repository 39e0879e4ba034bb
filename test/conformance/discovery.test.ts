import { discover, notify } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { ROCKS_DISCOVERY } from './cases/rocks.ts';
import { type Page, scriptedWeb } from './scripted-web.ts';

const TARGET = 'https://bob.example/2';
const SOURCE = 'https://alice.example/1';
const XMLRPC = 'https://bob.example/xmlrpc';
const HTML: readonly [string, string] = ['content-type', 'text/html'];

async function chosenOn(page: Page, url = TARGET) {
  const { http, asked } = scriptedWeb({ [url]: page });
  const found = await discover(http, url);
  if ('failure' in found) throw new Error(found.failure.reason);
  return { ...found, asked };
}

describe('webmention.rocks', () => {
  it.each(ROCKS_DISCOVERY.map((row) => [row.name, row] as const))('%s', async (_, { url, page, endpoint }) => {
    const { http, pages, asked } = scriptedWeb({ [url]: page });
    const found = await discover(http, url);
    if ('failure' in found) throw new Error(found.failure.reason);
    expect(found.chosen).toMatchObject({ protocol: 'webmention', url: endpoint });
    pages.set(endpoint, { status: 202 });
    const notice = { source: SOURCE, target: url, title: '', excerpt: '', siteName: '' };
    if (found.chosen) expect(await notify(http, found.chosen, notice)).toMatchObject({ outcome: 'delivered' });
    expect(asked.map((request) => `${request.method} ${request.url}`)).toEqual([`GET ${url}`, `POST ${endpoint}`]);
    expect(new TextDecoder().decode(asked[1]?.body)).toBe(
      new URLSearchParams({ source: SOURCE, target: url }).toString(),
    );
  });
});

const pingbackLink = `<link rel="pingback" href="${XMLRPC}">`;

describe('finding a pingback endpoint', () => {
  it('PB-R04 in the header of an image', async () => {
    const { chosen } = await chosenOn({
      headers: [
        ['content-type', 'image/png'],
        ['x-pingback', XMLRPC],
      ],
    });
    expect(chosen).toMatchObject({ protocol: 'pingback', url: XMLRPC, via: 'header' });
  });

  it('PB-R07 never in a Link header', async () => {
    const { endpoints } = await chosenOn({ headers: [HTML, ['link', `<${XMLRPC}>; rel="pingback"`]] });
    expect(endpoints).toEqual([]);
  });

  it('PB-D10 nowhere: nothing is called', async () => {
    const { chosen, asked } = await chosenOn({ body: '<p>2</p>' });
    expect([chosen, asked.length]).toEqual([null, 1]);
  });

  it('PB-D12 PB-D13 PB-D16 by one whole GET, so that neither HEAD nor ranges can mislead', async () => {
    const { asked } = await chosenOn({ body: pingbackLink });
    expect(asked.map(({ method, headers }) => [method, headers && 'range' in headers])).toEqual([['GET', false]]);
  });

  it.each([206, 403, 404, 410])('PB-D16 in a reply of status %i', async (status) => {
    expect((await chosenOn({ status, body: pingbackLink })).chosen).toMatchObject({ url: XMLRPC, lenient: false });
  });

  it('WM-S11 by asking the page each time, whatever it says of caching', async () => {
    const fresh: Page = { headers: [HTML, ['cache-control', 'max-age=3600'], ['x-pingback', XMLRPC]] };
    const { http, pages, asked } = scriptedWeb({ [TARGET]: fresh });
    await discover(http, TARGET);
    pages.set(TARGET, { headers: [HTML, ['x-pingback', `${XMLRPC}/2`]] });
    expect(await discover(http, TARGET)).toMatchObject({ chosen: { url: `${XMLRPC}/2` } });
    expect(asked).toHaveLength(2);
  });

  it('PB-D14 PB-D17 after the head, and after more than a few kilobytes', async () => {
    const body = `<head><style>${'a{}'.repeat(50_000)}</style></head><body>${pingbackLink}`;
    expect((await chosenOn({ body })).chosen).toMatchObject({ url: XMLRPC });
  });

  it('PB-D11 leniently, and says so', async () => {
    expect((await chosenOn({ body: `<link href='${XMLRPC}' rel='pingback'>` })).chosen).toMatchObject({
      lenient: true,
    });
  });

  it('PB-D19 not in the element when the header is broken', async () => {
    const found = await chosenOn({ headers: [HTML, ['x-pingback', '/xmlrpc']], body: pingbackLink });
    expect(found.chosen).toBeNull();
    expect(found.reason).toMatch(/X-Pingback header/);
  });
});

describe('PB-C16 of several protocols one is chosen', () => {
  const rdf = `<!-- <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/"><rdf:Description rdf:about="${TARGET}" dc:identifier="${TARGET}" dc:title="2" trackback:ping="https://bob.example/tb/2"/></rdf:RDF> -->`;
  const webmention = '<link rel="webmention" href="/webmention">';

  it.each([
    ['webmention', rdf + pingbackLink + webmention, ['webmention', 'pingback', 'trackback']],
    ['pingback', rdf + pingbackLink, ['pingback', 'trackback']],
    ['trackback', rdf, ['trackback']],
  ])('PB-C16 %s', async (protocol, body, protocols) => {
    const { chosen, endpoints, reason } = await chosenOn({ body });
    expect(chosen?.protocol).toBe(protocol);
    expect(endpoints.map((endpoint) => endpoint.protocol)).toEqual(protocols);
    if (protocols.length > 1) expect(reason).toMatch(/is chosen/);
  });
});
