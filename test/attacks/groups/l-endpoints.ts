import assert from 'node:assert/strict';
import { SOME_INSIDE } from '../lib/addresses.ts';
import { type Group, row } from '../lib/case.ts';
import { TARGET } from '../lib/requests.ts';
import { DOCTYPE, endpoint, GETS, HTML, PAGE, telling } from '../lib/sending.ts';
import { type Act, bomb, drip, flood, hang, OK, page, prepareBomb, redirect, reply, stack } from '../lib/verbs.ts';

const FAILED = { deliveries: [{ status: 'failed' }] };

const UNSUPPORTED = { deliveries: [{ status: 'unsupported' }] };

const RETRYING = { deliveries: [{ status: 'retrying' }] };

const DELIVERED = { deliveries: [{ status: 'delivered' }] };

/** The three places in which an endpoint is named. */
const naming = (endpoint: string): readonly (readonly [string, Act])[] => [
  ['Link', reply('200 OK', [HTML, `Link: <${endpoint}>; rel=webmention`], 'x')],
  ['X-Pingback', reply('200 OK', [HTML, `X-Pingback: ${endpoint}`], 'x')],
  ['link', page(`<link rel="pingback" href="${endpoint}"><a rel="webmention" href="${endpoint}">x</a>`)],
];

const refusing = (endpoint: string) =>
  naming(endpoint).map(([where, peer]) =>
    telling(`${where}: ${endpoint}`, peer, { deliveries: [{ status: 'failed' }] }),
  );

const POSTED = [...GETS, 'POST http://other.test/end'];

const rpc = (body: string): Act => reply('200 OK', ['Content-Type: text/xml'], `<?xml version="1.0"?>${body}`);

const FAULT = (text: string) =>
  `<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>17</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct></value></fault></methodResponse>`;

export const group: Group = {
  letter: 'L',
  title: 'sending side',
  rows: [
    row('193', 0, 'an endpoint inside', [
      ...SOME_INSIDE.map((host) => `http://${host}/`).flatMap((url) => refusing(url).slice(0, 1)),
      ...['http://10.0.0.1/', 'http://169.254.169.254/', 'http://127.0.0.1:9/'].flatMap(refusing),
      telling('by name', reply('200 OK', ['Link: <http://in.test/>; rel=webmention'], 'x'), FAILED),
    ]),
    row('194', 0, 'an endpoint with side effects', [
      ...[
        'http://internal/admin?delete=1',
        'http://hear.example/admin',
        'http://hear.example/webmention',
        'http://hear.example/xmlrpc',
        'http://alice.example/admin?delete=1',
        'http://alice.example/',
        'http://other.test:22/',
        'http://other.test:6379/',
      ].flatMap(refusing),
    ]),
    row('195', 0, 'an endpoint that sends us on', [
      ...[301, 302, 307, 308].flatMap((status) => [
        telling(`${status} inside`, endpoint(redirect('http://127.0.0.1/', status)), { ...FAILED, requests: POSTED }),
        telling(`${status} to another host`, endpoint(redirect('http://third.test/', status)), {
          ...FAILED,
          requests: POSTED,
        }),
        telling(`${status} to our own site`, endpoint(redirect('http://alice.example/admin', status)), {
          ...FAILED,
          requests: POSTED,
        }),
      ]),
      telling('303', endpoint(redirect('/x', 303)), { ...FAILED, requests: POSTED }),
      telling('in a circle', endpoint(redirect('/end', 307)), {
        ...FAILED,
        requests: { atMost: 8 },
        contacted: { atMost: 8 },
      }),
    ]),
    row('196', 1, 'schemes of endpoints', [
      ...[
        'javascript:alert(1)',
        'mailto:x@other.test',
        'ftp://other.test/',
        'data:text/html,x',
        'file:///etc/passwd',
      ].map((url) => telling(url, naming(url)[0]?.[1] ?? hang, { deliveries: [{ status: 'unsupported' }] })),
      telling('empty: the page itself', page('<link rel="webmention" href="">'), {
        requests: [...GETS, `POST ${PAGE}`],
        ...DELIVERED,
      }),
      telling('relative', page('<link rel="webmention" href="../x">'), {
        requests: [...GETS, 'POST http://other.test/x'],
        ...DELIVERED,
      }),
    ]),
    row('197', 1, 'discovery that is slow or loose', [
      telling('16 kB of <', reply('200 OK', [HTML, `Link: ${'<'.repeat(15_000)}`], 'x'), { ...UNSUPPORTED, lagMs: 50 }),
      telling('16 kB of < and commas', reply('200 OK', [HTML, `Link: ${'<,'.repeat(7000)}>;rel=webmention`], 'x'), {
        requests: { atMost: 3 },
        lagMs: 50,
      }),
      telling('blanks', reply('200 OK', [HTML, `Link: <x>${' ;'.repeat(7000)}`], 'x'), { ...UNSUPPORTED, lagMs: 50 }),
      telling('64 kB', reply('200 OK', [HTML, `Link: ${'<'.repeat(65_536)}`], 'x'), {
        deliveries: [{ status: 'failed' }],
      }),
      telling(
        'not-webmention',
        reply('200 OK', [HTML, 'Link: </end>; rel="not-webmention"'], '<a rel="x-webmention" href=/end>'),
        UNSUPPORTED,
      ),
      ...[
        '<!-- <link rel="webmention" href="/end"> -->',
        '<script>"<link rel=webmention href=/end>"</script>',
        '<textarea><link rel="webmention" href="/end"></textarea>',
        '<title><link rel="webmention" href="/end"></title>',
        '&lt;link rel="webmention" href="/end"&gt;',
      ].map((html) => telling(html.slice(0, 24), page(html), UNSUPPORTED)),
    ]),
    row('198', 0, 'hostile pages on the way to an endpoint', [
      telling(
        'gzip bomb',
        bomb('gzip', 64 * 1024 ** 2),
        { rssMb: 32, ...FAILED },
        { prepare: prepareBomb('gzip', 64 * 1024 ** 2) },
      ),
      telling('brotli', stack('br'), { rssMb: 32, ...FAILED }),
      telling('without end', flood(`${OK}\r\n`, Buffer.alloc(65_536, 'x')), {
        rssMb: 32,
        bytesIn: 2 * 1024 ** 2,
        ...UNSUPPORTED,
      }),
      telling('a drip', drip(`${OK}\r\n`, 'x', 100), { withinMs: 17_000, ...RETRYING }),
      telling('slow headers', drip('HTTP/1.1 200 OK\r\nX: ', 'x', 100), { withinMs: 17_000, ...RETRYING }),
      telling('says nothing', hang, { withinMs: 17_000, ...RETRYING }),
      telling('headers without end', flood(OK, Buffer.from('X: y\r\n'.repeat(1000))), {
        bytesIn: 1024 ** 2,
        ...FAILED,
      }),
      telling('deep', page('<div>'.repeat(200_000)), { rssMb: 48, ...UNSUPPORTED }),
      telling('a million <', page('<'.repeat(1_000_000)), { rssMb: 48, ...UNSUPPORTED }),
      telling('open quotes', page('<a b="'.repeat(160_000)), { rssMb: 48, ...UNSUPPORTED }),
      telling(
        '100,000 attributes',
        page(`<link ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')} rel="webmention" href="/end">`),
        { rssMb: 48, requests: { atMost: 3 } },
      ),
      telling('a loop of redirects', redirect('/page'), { requests: { atMost: 7 } }),
      telling('a redirect inside', redirect('http://127.0.0.1/'), FAILED),
    ]),
    row('199', 1, 'hostile replies of an endpoint', [
      telling(
        'laughs',
        endpoint(
          rpc(`${DOCTYPE}<methodResponse><params><param><value>&i;</value></param></params></methodResponse>`),
          'pingback',
        ),
        { requests: POSTED, rssMb: 16, lagMs: 50 },
      ),
      telling(
        'a file',
        endpoint(rpc(`<!DOCTYPE m [<!ENTITY i SYSTEM "file:///etc/passwd">]>${FAULT('&i;')}`), 'pingback'),
        { requests: POSTED },
      ),
      telling('10 MB', endpoint(rpc(FAULT('x'.repeat(10_000_000))), 'pingback'), {
        requests: POSTED,
        rssMb: 48,
        bytesIn: 2 * 1024 ** 2,
      }),
      telling('without end', endpoint(flood(`${OK}\r\n`, Buffer.alloc(65_536, 'x')), 'pingback'), {
        requests: POSTED,
        rssMb: 32,
        bytesIn: 2 * 1024 ** 2,
      }),
      telling('without end, webmention', endpoint(flood(`${OK}\r\n`, Buffer.alloc(65_536, 'x'))), {
        requests: POSTED,
        rssMb: 32,
        bytesIn: 2 * 1024 ** 2,
      }),
      telling('deep', endpoint(rpc('<methodResponse>'.repeat(50_000)), 'pingback'), { requests: POSTED, lagMs: 50 }),
      telling(
        'a faultString of script is text, and short',
        endpoint(rpc(FAULT(`${'&lt;script&gt;alert(1)&lt;/script&gt;'.repeat(1000)}`)), 'pingback'),
        {},
        {
          deed: {
            drill: async ({ rig }) => {
              const { deliveries } = await rig.hearback.send([TARGET], { waitMs: 0 });
              await rig.pass();
              const delivery = await rig.hearback.store.deliveries.byId(deliveries[0]?.id ?? '');
              assert.equal(delivery?.status, 'refused');
              assert.ok((delivery?.reason.length ?? 0) <= 800, `${delivery?.reason.length} characters are kept`);
            },
          },
          expect: { contacted: { atMost: 3 } },
        },
      ),
    ]),
  ],
};
