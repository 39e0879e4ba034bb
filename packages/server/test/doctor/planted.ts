import { type Act, raw, redirect, reply } from '../../../../test/support/hostile-server.ts';

/** How a page and its endpoints are to be served; what is left out is as it should be. */
export interface Plant {
  readonly status?: string;
  /** Header lines of the page besides its type, as they go over the wire. */
  readonly headers?: readonly string[];
  /** Those of the answer to HEAD, where they are others; or another answer altogether. */
  readonly head?: readonly string[] | Act;
  readonly html?: string;
  /** In place of the page. */
  readonly page?: Act;
  readonly xmlrpc?: Act;
  readonly webmention?: Act;
  readonly trackback?: Act;
  /** Milliseconds that an answer takes, by the fake clock. */
  readonly ms?: Readonly<Record<string, number>>;
  /** What the site's map says of the page. */
  readonly own?: 'open' | 'closed' | 'gone' | 'unknown' | 'off' | 'no-pingback' | 'unmapped' | 'elsewhere';
  /** Where the page is, when it is elsewhere. */
  readonly at?: string;
  /** Served by https, with a certificate of this kind. */
  readonly tls?: 'trusted' | 'self-signed';
}

export type Row = readonly [id: string, fault: string, plant: Plant, finds: readonly string[]];

export const EP = 'http://blog.test/xmlrpc';
const WM = 'http://blog.test/webmention';
const X_PINGBACK = `X-Pingback: ${EP}`;
export const LINK = `Link: <${WM}>; rel="webmention"`;
export const HEADERS: readonly string[] = [X_PINGBACK, LINK];
export const TAG = `<link rel="pingback" href="${EP}">`;
/** As pages carry it, in a comment. */
export const RDF = `<!--<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/"><rdf:Description rdf:about="http://blog.test/post" dc:identifier="http://blog.test/post" dc:title="A post" trackback:ping="http://blog.test/trackback"/></rdf:RDF>-->`;
export const WM_TAG = `<link rel="webmention" href="${WM}">`;
export const page = (head = `${TAG}${WM_TAG}`) =>
  `<!doctype html><html><head><title>A post</title>${head}</head><body><article><p>Words.</p></article></body></html>`;
const FAR = `<style>${' '.repeat(160_000)}</style>`;

export function fault(
  code: string,
  { head = '<?xml version="1.0"?>', type = 'text/xml', status = '200 OK' } = {},
): Act {
  const member = (name: string, value: string) => `<member><name>${name}</name><value>${value}</value></member>`;
  const struct = `<struct>${member('faultCode', code)}${member('faultString', '<string>No.</string>')}</struct>`;
  const body = `${head}<methodResponse><fault><value>${struct}</value></fault></methodResponse>`;
  return reply(status, [`Content-Type: ${type}`], body);
}

export const NOTHING = reply('404 Not Found', ['Content-Type: text/html'], '<h1>Not found</h1>');
export const only = (tag: string, headers: readonly string[] = []): Plant => ({ headers, html: page(tag) });
const OPEN = 'HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n';
export const ANSWER =
  '<?xml version="1.0"?><methodResponse><params><param><value><string>Thanks.</string></value></param></params></methodResponse>';

/** One fault each, and what the doctor has to say of it: nothing less, and nothing more. */
export const PLANTED: readonly Row[] = [
  ['P01', 'the page is not there', { page: NOTHING }, ['status']],
  ['P02', 'programs that it does not know get 403', { page: reply('403 Forbidden', []) }, ['blocked']],
  ['P03', 'the certificate signs itself', { tls: 'self-signed' }, ['certificate']],
  ['P04', 'the page redirects to another path', { page: redirect('/post/') }, ['redirect']],
  ['P05', 'the page redirects to itself', { page: redirect('/post') }, ['page-redirects']],
  ['P06', 'GET takes longer than WordPress waits', { ms: { 'GET /post': 2100 } }, ['page-slow']],
  ['P07', 'HEAD takes longer than WordPress waits', { ms: { 'HEAD /post': 2100 } }, ['head-slow']],
  [
    'P08',
    'compressed for those who did not ask',
    { headers: [...HEADERS, 'Content-Encoding: gzip'], html: 'gzip' },
    ['compressed'],
  ],
  ['P09', 'a coding that nobody asked for', { headers: [...HEADERS, 'Content-Encoding: br'] }, ['page-broken']],
  [
    'P10',
    'the canonical address is elsewhere',
    only(`${TAG}<link rel="canonical" href="http://blog.test/other">`, HEADERS),
    ['canonical'],
  ],
  ['P11', 'robots are asked not to tell', { headers: [...HEADERS, 'X-Robots-Tag: nolinkback'] }, ['declined']],
  ['P12', 'no endpoint is named', only(''), ['not-advertised']],
  ['P13', 'two X-Pingback headers', { headers: [...HEADERS, X_PINGBACK] }, ['x-pingback-twice']],
  ['P14', 'an empty X-Pingback header', { headers: ['X-Pingback: ', LINK] }, ['x-pingback-empty']],
  [
    'P15',
    'a relative X-Pingback header',
    { headers: ['X-Pingback: /xmlrpc', LINK], html: page(WM_TAG) },
    ['x-pingback-relative'],
  ],
  ['P16', 'header and tag disagree', { html: page(TAG.replace('xmlrpc', 'other')) }, ['pingback-differs']],
  ['P17', 'the header with GET only, and no tag', { html: page(''), head: [LINK] }, ['head-lacks']],
  ['P18', 'the header with GET only, HEAD is not allowed', { head: reply('405 No', []) }, ['head-lacks']],
  ['P19', 'HEAD names another endpoint', { head: [X_PINGBACK.replace('xmlrpc', 'old'), LINK] }, ['head-differs']],
  ['P20', 'the tag in a comment', only(`<!-- ${TAG} -->`), ['tag-hidden']],
  ['P21', 'the tag in a script', only(`<script>"${TAG}"</script>`), ['tag-hidden']],
  ['P22', 'another tag in a comment before', only(`<!-- ${TAG.replace('xmlrpc', 'old')} -->${TAG}`), ['tag-decoy']],
  ['P23', 'the tag after 150 kB', only(`${FAR}${TAG}`), ['tag-late']],
  ['P24', 'a relative address in the tag', only('<link rel="pingback" href="/xmlrpc">'), ['tag-relative']],
  ['P25', 'an empty address in the tag', only(`<link rel="pingback" href="">${WM_TAG}`), ['tag-empty']],
  ['P26', 'href before rel', only(`<link href="${EP}" rel="pingback">`), ['tag-wordpress']],
  ['P27', 'rel in capitals', only(`<link rel="Pingback" href="${EP}">`), ['tag-wordpress']],
  ['P28', 'single quotes', only(`<link rel='pingback' href='${EP}'>`), ['tag-shape']],
  ['P29', '&amp; in the tag', only(`<link rel="pingback" href="${EP}?a=1&amp;b=2">`), ['tag-ampersand']],
  ['P30', '&#38; in the tag', only(`<link rel="pingback" href="${EP}?a=1&#38;b=2">`), ['tag-references']],
  ['P31', 'Link in place of X-Pingback', only('', [`Link: <${EP}>; rel="pingback"`, LINK]), ['link-pingback']],
  ['P32', 'a Link header without brackets', only('', [`Link: ${WM}; rel="webmention"`]), ['link-header']],
  ['P33', 'a Link header with single quotes', only('', [`Link: <${WM}>; rel='webmention'`]), ['link-header']],
  ['P34', 'a Link header without quotes', { headers: [X_PINGBACK, `Link: <${WM}>; rel=webmention`] }, ['link-quotes']],
  [
    'P35',
    'a Link header that is folded',
    { headers: [X_PINGBACK, `Link: <${WM}>;\r\n rel="webmention"`] },
    ['page-broken'],
  ],
  [
    'P36',
    'a relative Link header',
    { headers: [X_PINGBACK, 'Link: </webmention>; rel="webmention"'] },
    ['webmention-relative'],
  ],
  [
    'P37',
    'an empty webmention endpoint',
    only(`${TAG}<link rel="webmention" href="">`, [X_PINGBACK]),
    ['webmention-empty'],
  ],
  [
    'P38',
    'two webmention endpoints',
    { html: page(`${TAG}${WM_TAG.replace('webmention">', 'other">')}`) },
    ['webmention-differs'],
  ],
  ['P39', 'the webmention tag in a comment', only(`<!-- ${WM_TAG} -->`), ['webmention-hidden']],
  ['P40', 'an endpoint on this machine', only('', ['X-Pingback: http://localhost/xmlrpc']), ['endpoint-private']],
  ['P41', 'an endpoint on an unusual port', only('', ['X-Pingback: http://blog.test:7777/xmlrpc']), ['endpoint-port']],
  ['P42', 'a plain endpoint of an https page', { tls: 'trusted' }, ['endpoint-scheme', 'endpoint-scheme']],
  [
    'P43',
    'an endpoint whose host nobody knows',
    only('', ['X-Pingback: http://gone.test/xmlrpc']),
    ['endpoint-unreachable'],
  ],
  ['P44', 'an endpoint that redirects', { xmlrpc: redirect('/xmlrpc2', 307) }, ['endpoint-redirects']],
  [
    'P45',
    'an endpoint that sends elsewhere',
    { xmlrpc: redirect('http://other.test/xmlrpc', 307) },
    ['endpoint-redirects'],
  ],
  ['P46', 'an endpoint that takes longer than WordPress waits', { ms: { 'POST /xmlrpc': 3100 } }, ['endpoint-slow']],
  ['P47', 'an endpoint behind a firewall', { xmlrpc: reply('403 Forbidden', []) }, ['endpoint-blocks']],
  ['P48', 'an endpoint that is not there', { webmention: NOTHING }, ['endpoint-missing']],
  ['P49', 'a host of files, which takes no POST', { webmention: reply('405 No', []) }, ['endpoint-no-post']],
  ['P50', 'an endpoint out of order', { xmlrpc: reply('500 Oops', []) }, ['endpoint-failing']],
  [
    'P51',
    'an endpoint that does not know the method',
    { xmlrpc: fault('<int>-32601</int>') },
    ['endpoint-no-pingback'],
  ],
  ['P52', 'a proxy that drops the body', { xmlrpc: fault('<int>-32700</int>') }, ['endpoint-misreads']],
  [
    'P53',
    'a web page in place of a reply',
    { xmlrpc: reply('200 OK', ['Content-Type: text/html'], '<h1>Hi</h1>') },
    ['reply-not-xml'],
  ],
  ['P54', 'a fault with HTTP 400', { xmlrpc: fault('<int>0</int>', { status: '400 Bad' }) }, ['reply-status']],
  ['P55', 'a reply as text/html', { xmlrpc: fault('<int>0</int>', { type: 'text/html' }) }, ['reply-type']],
  [
    'P56',
    'a byte order mark',
    { xmlrpc: fault('<int>0</int>', { head: '\ufeff<?xml version="1.0"?>' }) },
    ['reply-bom'],
  ],
  [
    'P57',
    'an empty line first',
    { xmlrpc: fault('<int>0</int>', { head: '\n<?xml version="1.0"?>' }) },
    ['reply-blank'],
  ],
  ['P58', 'no XML declaration', { xmlrpc: fault('<int>0</int>', { head: '' }) }, ['reply-declaration']],
  ['P59', 'a fault code that is a string', { xmlrpc: fault('<string>0</string>') }, ['reply-fault']],
  ['P60', 'a fault code without a type', { xmlrpc: fault('0') }, ['reply-fault']],
  ['P61', 'a reply without a length', { xmlrpc: raw(`${OPEN}${ANSWER}`) }, ['reply-length']],
  [
    'P62',
    'a reply with a wrong length',
    { xmlrpc: raw(`${OPEN.replace('Connection', 'Content-Length: 900\r\nConnection')}${ANSWER}`) },
    ['endpoint-broken'],
  ],
  [
    'P63',
    'chunks that are none',
    { xmlrpc: raw(`${OPEN.replace('Connection', 'Transfer-Encoding: chunked\r\nConnection')}zz\r\n${ANSWER}`) },
    ['endpoint-broken'],
  ],
  ['P64', 'the page is not in the map', { own: 'unknown' }, ['not-on-map']],
  ['P65', 'the page is closed', { own: 'closed' }, ['closed']],
  ['P66', 'the page is gone by the map', { own: 'gone' }, ['gone']],
  ['P67', 'receiving is off', { own: 'off' }, ['receiving-off']],
  ['P68', 'the site takes no pingbacks', { own: 'no-pingback' }, ['protocol-off']],
  ['P69', 'the site has no map', { own: 'unmapped' }, ['no-map']],
  ['P70', 'the endpoints are of another server', { own: 'elsewhere' }, ['endpoint-elsewhere', 'endpoint-elsewhere']],
];

/** As WordPress 6.1 behind nginx sends them: a theme of blocks names its endpoint by the header alone, replies come in chunks. */
const WP = `X-Pingback: ${EP}.php`;
const WP_HEADERS = [
  WP,
  'Link: <http://blog.test/wp-json/>; rel="https://api.w.org/"',
  'Link: <http://blog.test/?p=1>; rel=shortlink',
];
const WP_FAULT = `<?xml version="1.0" encoding="UTF-8"?>
<methodResponse>
  <fault>
    <value>
      <struct>
        <member>
          <name>faultCode</name>
          <value><int>0</int></value>
        </member>
        <member>
          <name>faultString</name>
          <value><string></string></value>
        </member>
      </struct>
    </value>
  </fault>
</methodResponse>
`;
const WP_REPLY = raw(
  `HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Type: text/xml; charset=UTF-8\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${WP_FAULT.length.toString(16)}\r\n${WP_FAULT}\r\n0\r\n\r\n`,
);

/** Pages that have nothing wrong. */
export const SOUND: readonly Row[] = [
  ['S1', 'a page with headers and tags', {}, []],
  ['S2', 'a page with the tag only', only(TAG), []],
  ['S3', 'a picture, which has a header only', { page: reply('200 OK', ['Content-Type: image/png', X_PINGBACK]) }, []],
  ['S4', 'a page with Webmention only, by header', only('', [LINK]), []],
  ['S5', 'a page with Webmention only, by tag', only(WM_TAG), []],
  ['S6', 'a page of the map', { own: 'open' }, []],
  ['S7', 'a page that answers HEAD with the tag only', { ...only(TAG), head: reply('405 No', []) }, []],
  ['S8', 'a page of WordPress', { headers: WP_HEADERS, html: page(''), xmlrpc: WP_REPLY }, []],
];
