import { discover } from '@hearback/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Blog, openAlice } from '../../packages/server/src/demo/blogs.ts';
import { advertisement } from '../../packages/server/src/web/advertisement.ts';
import { scriptedWeb } from './scripted-web.ts';

const BASE = 'https://hear.example';
const PAGE = 'https://alice.example/post';
/** Pingback 1.0 §2.3, as it is printed there. */
const PATTERN = /<link rel="pingback" href="([^"]+)" ?\/?>/g;

let blog: Blog;
beforeAll(async () => {
  blog = await openAlice(() => BASE);
});
afterAll(() => blog.close());

function pingbackOf(base: string) {
  const { elements, headers } = advertisement(base, PAGE);
  const element = elements.filter((text) => text.includes('pingback'));
  const header = headers.filter((text) => /^x-pingback:/i.test(text));
  return { element, header };
}

describe('what an owner is given for the pages', () => {
  const { element, header } = pingbackOf(BASE);

  it('PB-R01 PB-R03 PB-R05 is one header and one element', () => {
    expect([header.length, element.length]).toEqual([1, 1]);
  });

  it('PB-R02 PB-R06 DV-24 names one absolute URL in both', () => {
    expect(header[0]).toBe(`X-Pingback: ${BASE}/xmlrpc`);
    expect(element[0]).toBe(`<link rel="pingback" href="${BASE}/xmlrpc">`);
  });

  it('PB-R07 has no pingback in a Link header', () => {
    expect(advertisement(BASE, PAGE).headers.filter((text) => /^link:.*pingback/i.test(text))).toEqual([]);
  });

  it('DV-25 has nothing in it that a client would have to decode', () => {
    expect(element[0]).not.toContain('&');
  });

  it.each(['https://hear.example/a b', 'https://hear.example/a&b', 'https://hear.example/"<é>'])(
    'PB-R08 PB-R10 DV-21 keeps the form whatever the address is: %s',
    (base) => {
      const [found] = pingbackOf(base).element;
      const [, href = ''] = /^<link rel="pingback" href="([^"]+)">$/.exec(found ?? '') ?? [];
      expect(href).toMatch(/^https:\/\/hear\.example\/(?:[!#-%'-;=?-~]|&(?:amp|lt|gt|quot);)+$/);
      expect(href.replaceAll('&amp;', '&')).toBe(new URL(`${base}/xmlrpc`).href);
    },
  );

  it('PB-C19 DV-09c is the same for every page, so that those that tell carry it too', () => {
    expect(advertisement(BASE, `${PAGE}/other`).elements).toEqual(advertisement(BASE, PAGE).elements);
  });

  it('WM-R27 DV-55 is one webmention endpoint, in double quotes, absolute, in both', () => {
    const { elements, headers } = advertisement(BASE, PAGE);
    expect(elements.filter((text) => text.includes('webmention'))).toEqual([
      `<link rel="webmention" href="${BASE}/webmention">`,
    ]);
    expect(headers.filter((text) => text.includes('webmention'))).toEqual([
      `Link: <${BASE}/webmention>; rel="webmention"`,
    ]);
  });

  it('DV-26 names an endpoint for each protocol, so that it does not matter which one a client prefers', () => {
    const { elements, headers, rdf } = advertisement(BASE, PAGE);
    for (const path of ['/webmention', '/xmlrpc']) {
      expect(elements.join()).toContain(BASE + path);
      expect(headers.join()).toContain(BASE + path);
    }
    expect(rdf).toContain(`trackback:ping="${BASE}/trackback?`);
  });

  it('TB-S11 is RDF within a comment that stays one', () => {
    const { rdf } = advertisement(BASE, 'https://alice.example/a--b');
    expect(rdf).toMatch(/^<!--(?:(?!--)[\s\S])*-->$/);
  });
});

describe('the page of the demo', () => {
  it.each(['GET', 'HEAD'])('PB-R12 DV-20 has the header for %s', async (method) => {
    const reply = await fetch(blog.post, { method });
    expect([reply.status, reply.headers.get('x-pingback')]).toEqual([200, `${BASE}/xmlrpc`]);
  });

  it('PB-R09 PB-R12 DV-20 DV-23 has the element once and early', async () => {
    const text = await (await fetch(blog.post)).text();
    expect([...text.matchAll(PATTERN)].map(([, href]) => href)).toEqual([`${BASE}/xmlrpc`]);
    expect(text.search(PATTERN)).toBeLessThan(text.indexOf('</head>'));
    expect(text.indexOf('</head>')).toBeLessThan(5120);
  });

  it('PB-R11 is a document with one head, one title and one body, in order', async () => {
    const text = await (await fetch(blog.post)).text();
    const outline = [...text.matchAll(/<(!doctype|html|head|title|\/title|\/head|body|\/body|\/html)\b/gi)].map(
      ([, name]) => name,
    );
    expect(outline).toEqual(['!doctype', 'html', 'head', 'title', '/title', '/head', 'body', '/body', '/html']);
  });

  it('PB-R13 advertises nothing where there is no page', async () => {
    const reply = await fetch(new URL('/none', blog.url));
    expect([reply.status, reply.headers.get('x-pingback')]).toEqual([404, null]);
    expect(await reply.text()).not.toMatch(PATTERN);
  });

  it('PB-S24 is found by our own client', async () => {
    const reply = await fetch(blog.post);
    const headers = [...reply.headers] as (readonly [string, string])[];
    const { http } = scriptedWeb({ [blog.post]: { headers, body: await reply.text() } });
    const found = await discover(http, blog.post);
    expect('endpoints' in found && found.endpoints.map(({ url }) => url)).toContain(`${BASE}/xmlrpc`);
  });
});
