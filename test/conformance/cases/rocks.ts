import type { Page } from '../scripted-web.ts';

/** A page of webmention.rocks and the endpoint that a sender must find on it. */
export interface DiscoveryCase {
  readonly name: string;
  readonly url: string;
  readonly page: Page;
  readonly endpoint: string;
}

const HTML: readonly [string, string] = ['content-type', 'text/html'];
const at = (test: number) => `https://rocks.example/test/${test}`;
const link = (value: string, name = 'Link') => [HTML, [name, value]] as const;

/** @param more what differs from a page with a right endpoint at `/test/N/webmention` */
function rocks(test: number, title: string, page: Page, endpoint = `${at(test)}/webmention`): DiscoveryCase {
  return { name: `ROCKS-D${String(test).padStart(2, '0')} ${title}`, url: at(test), page, endpoint };
}

const right = (test: number) => `${at(test)}/webmention`;
const WRONG = 'https://rocks.example/error';

export const ROCKS_DISCOVERY: readonly DiscoveryCase[] = [
  rocks(1, 'WM-S01 WM-S03 header, relative', { headers: link('</test/1/webmention>; rel=webmention') }),
  rocks(2, 'WM-S01 header, absolute', { headers: link(`<${right(2)}>; rel=webmention`) }),
  rocks(3, 'WM-S01 WM-S03 link, relative', { body: '<link rel="webmention" href="/test/3/webmention">' }),
  rocks(4, 'link, absolute', { body: `<link href="${right(4)}" rel="webmention">` }),
  rocks(5, 'WM-S01 a, relative', { body: '<p><a rel="webmention" href="/test/5/webmention">x</a>' }),
  rocks(6, 'a, absolute', { body: `<p><a href="${right(6)}" rel="webmention">x</a>` }),
  rocks(7, 'odd case of the header', { headers: link(`<${right(7)}>; rel=webmention`, 'LinK') }),
  rocks(8, 'quoted rel', { headers: link(`<${right(8)}>; rel="webmention"`) }),
  rocks(9, 'several words on the element', { body: `<link rel="webmention somethingelse" href="${right(9)}">` }),
  rocks(10, 'several words in the header', { headers: link(`<${right(10)}>; rel="webmention somethingelse"`) }),
  rocks(11, 'WM-S02 the header first', {
    headers: link(`<${right(11)}>; rel=webmention`),
    body: `<link rel="webmention" href="${WRONG}"><a rel="webmention" href="${WRONG}">x</a>`,
  }),
  rocks(12, 'another word', {
    body: `<link rel="not-webmention" href="${WRONG}"><a rel="webmention" href="${right(12)}">x</a>`,
  }),
  rocks(13, 'a comment', {
    body: `<!-- <a href="${WRONG}" rel="webmention">x</a> --><a rel="webmention" href="${right(13)}">x</a>`,
  }),
  rocks(14, 'escaped', {
    body: `<code>&lt;a href="${WRONG}" rel="webmention"&gt;</code><a rel="webmention" href="${right(14)}">x</a>`,
  }),
  rocks(15, 'empty href', { body: '<link rel="webmention" href="">' }, at(15)),
  rocks(16, 'WM-S02 a before link', {
    body: `<a rel="webmention" href="${right(16)}">x</a><link rel="webmention" href="${WRONG}">`,
  }),
  rocks(17, 'WM-S02 link before a', {
    body: `<link rel="webmention" href="${right(17)}"><a rel="webmention" href="${WRONG}">x</a>`,
  }),
  rocks(18, 'two header lines', {
    headers: [HTML, ['link', `<${WRONG}>; rel="other"`], ['link', `<${right(18)}>; rel="webmention"`]],
  }),
  rocks(19, 'one header line', { headers: link(`<${WRONG}>; rel="other", <${right(19)}>; rel="webmention"`) }),
  rocks(20, 'a link without href', { body: `<link rel="webmention"><a rel="webmention" href="${right(20)}">x</a>` }),
  rocks(
    21,
    'WM-S04 a query',
    { body: '<link rel="webmention" href="/test/21/webmention?query=yes">' },
    `${right(21)}?query=yes`,
  ),
  rocks(22, 'WM-S03 relative to the path', { body: '<link rel="webmention" href="22/webmention">' }),
  {
    name: 'ROCKS-D23 WM-S03 UN-17 after a redirect',
    url: `${at(23)}/page`,
    page: {
      finalUrl: `${at(23)}/page/k1`,
      headers: link('<webmention-endpoint/k2>; rel=webmention'),
      body: '<a rel="webmention" href="webmention-endpoint/k2">x</a>',
    },
    endpoint: `${at(23)}/page/webmention-endpoint/k2`,
  },
];
