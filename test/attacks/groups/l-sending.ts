import assert from 'node:assert/strict';
import { publicAddress, SOME_INSIDE } from '../lib/addresses.ts';
import { type AttackCase, type Expectation, type Group, notApplicable, row } from '../lib/case.ts';
import type { Peer } from '../lib/peers.ts';
import { TARGET } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { type Act, bomb, drip, flood, hang, OK, page, prepareBomb, redirect, reply, stack } from '../lib/verbs.ts';

const [OWN, OTHER, THIRD] = [publicAddress(1), publicAddress(2), publicAddress(3)];
const DNS = {
  'alice.example': [OWN],
  'other.test': [OTHER],
  'third.test': [THIRD],
  'in.test': ['10.0.0.1'],
  'hear.example': [publicAddress(4)],
};
const PAGE = 'http://other.test/page';
const HOUR = 60 * 60_000;
const GETS = [`GET ${TARGET}`, `GET ${PAGE}`];
const HTML = 'Content-Type: text/html';

/** The owner's post links to a page that answers so; nothing goes anywhere but there. */
function telling(title: string, peer: Peer, expect: Expectation = {}, more: Partial<AttackCase> = {}): AttackCase {
  return {
    title,
    dns: DNS,
    dial: {
      [`${OWN}:80`]: page(`<article><a href="${PAGE}">x</a></article>`),
      [`${OTHER}:80`]: peer,
      [`${THIRD}:80`]: reply('200 OK', [], ''),
    },
    deed: { send: TARGET },
    expect: { contacted: { atMost: 3 }, requests: GETS, withinMs: 20_000, ...expect },
    ...more,
  };
}

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

/** A page whose endpoint answers so. */
const endpoint = (answer: Act, kind: 'webmention' | 'pingback' = 'webmention'): Peer => ({
  '/page': reply(
    '200 OK',
    [HTML, kind === 'webmention' ? 'Link: </end>; rel=webmention' : 'X-Pingback: http://other.test/end'],
    'x',
  ),
  '/end': answer,
  '*': page('x'),
});
const POSTED = [...GETS, 'POST http://other.test/end'];

const rpc = (body: string): Act => reply('200 OK', ['Content-Type: text/xml'], `<?xml version="1.0"?>${body}`);
const FAULT = (text: string) =>
  `<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>17</int></value></member><member><name>faultString</name><value><string>${text}</string></value></member></struct></value></fault></methodResponse>`;

async function toldAfter(rig: Rig, ms: number): Promise<number> {
  await rig.hearback.send([TARGET], { waitMs: 0 });
  await rig.pass(ms);
  return rig.of('request').filter(({ method }) => method === 'POST').length;
}

function retrying(title: string, answer: Act, most: number, least = 1): AttackCase {
  return telling(
    title,
    endpoint(answer),
    {},
    {
      deed: {
        drill: async ({ rig, figure }) => {
          const told = await toldAfter(rig, 72 * HOUR);
          figure(`told ${told} times in three days`);
          assert.ok(told >= least && told <= most, `told ${told} times`);
        },
      },
      expect: { contacted: { atMost: 40 } },
    },
  );
}

const FEED = 'http://alice.example/feed';
const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>A</title><link>http://alice.example/</link>${items}</channel></rss>`;

function feeding(title: string, feed: Act, prepare?: () => Promise<void>): AttackCase {
  return {
    title,
    config: { sites: [{ url: 'http://alice.example/', feed: FEED, send: true }] },
    ...(prepare && { prepare }),
    dns: DNS,
    dial: { [`${OWN}:80`]: { '/feed': feed, '*': page('x') } },
    deed: {
      drill: async ({ rig }) => {
        await rig.pass(HOUR);
        assert.ok(
          rig.of('request').some(({ url }) => url === FEED),
          'the feed was not read',
        );
        assert.deepEqual(
          rig.of('request').filter(({ method }) => method !== 'GET'),
          [],
        );
      },
    },
    expect: { rssMb: 128, lagMs: 250, log: { errors: true } },
  };
}

const DOCTYPE = `<!DOCTYPE m [<!ENTITY a "ha">${[...'abcdefgh'].map((name, at) => `<!ENTITY ${'bcdefghi'[at]} "${`&${name};`.repeat(10)}">`).join('')}]>`;
const manyLinks = (count: number, of: (at: number) => string) =>
  page(`<article>${Array.from({ length: count }, (_, at) => `<a href="${of(at)}">x</a>`).join('')}</article>`);

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
    row('200', 0, 'what leaves us', [
      telling(
        'header by header',
        endpoint(reply('202 Accepted', ['Set-Cookie: a=b'], '')),
        {},
        {
          deed: {
            drill: async ({ rig, peers }) => {
              await rig.hearback.send([TARGET], { waitMs: 0 });
              await rig.pass();
              const names = (peers[`${OTHER}:80`]?.heard ?? []).map(({ lines }) =>
                lines.slice(1).map((line) => line.split(':')[0]?.toLowerCase()),
              );
              const usual = ['host', 'connection', 'user-agent', 'accept', 'accept-encoding'];
              assert.deepEqual(names, [usual, [...usual, 'content-type', 'content-length']]);
              const body = peers[`${OTHER}:80`]?.heard[1]?.body.toString();
              assert.equal(body, new URLSearchParams({ source: TARGET, target: PAGE }).toString());
            },
          },
          expect: { contacted: { atMost: 3 } },
        },
      ),
      ...['401 Unauthorized', '403 Forbidden', '404 Not Found', '302 Moved', '500 Oops'].map((status) =>
        telling(
          `a post that answers ${status} is not announced`,
          page('x'),
          { requests: [GETS[0] ?? ''], deliveries: [] },
          {
            dial: { [`${OWN}:80`]: reply(status, [HTML], `<a href="${PAGE}">x</a>`), [`${OTHER}:80`]: page('x') },
          },
        ),
      ),
    ]),
    row('201', 1, 'fan-out', [
      {
        ...telling('10,000 links, 200 are told', hang),
        deed: {
          drill: async ({ rig }) => {
            const links = manyLinks(10_000, (at) => `http://n${at}.test/`);
            await rig.dialMap.open({ [`${OWN}:80`]: links });
            const { deliveries } = await rig.hearback.send([TARGET], { waitMs: 0 });
            assert.equal(deliveries.filter(({ status }) => status !== 'skipped').length, 200);
          },
        },
        expect: { lagMs: 250 },
      },
      {
        ...telling('100 links to one host: one every two seconds', hang),
        deed: {
          drill: async ({ rig, figure }) => {
            await rig.dialMap.open({
              [`${OWN}:80`]: manyLinks(100, (at) => `http://other.test/${at}`),
              [`${OTHER}:80`]: reply('200 OK', ['Link: </end>; rel=webmention'], ''),
            });
            const told = await toldAfter(rig, 60_000);
            figure(`${told} told in a minute`);
            assert.ok(told <= 31, `${told} in a minute`);
          },
        },
        expect: { lagMs: 250 },
      },
    ]),
    row('202', 1, 'hostile feeds', [
      feeding(
        'a document type',
        reply('200 OK', ['Content-Type: application/rss+xml'], rss('<item><link>&i;</link></item>', DOCTYPE)),
      ),
      feeding(
        'an external one',
        reply(
          '200 OK',
          ['Content-Type: application/rss+xml'],
          rss('', '<!DOCTYPE m SYSTEM "http://third.test/x.dtd">'),
        ),
      ),
      feeding(
        'without end',
        flood(
          'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n<?xml version="1.0"?><rss><channel>',
          Buffer.from('<item><title>x</title></item>'.repeat(2000)),
        ),
      ),
      feeding('many items', reply('200 OK', ['Content-Type: application/rss+xml'], rss('<item/>'.repeat(140_000)))),
      feeding('deep', reply('200 OK', ['Content-Type: application/rss+xml'], rss('<a>'.repeat(300_000)))),
      feeding(
        'pages of strangers',
        reply(
          '200 OK',
          ['Content-Type: application/rss+xml'],
          rss(
            '<item><link>http://third.test/</link></item><item><link>http://127.0.0.1/</link></item><item><link>file:///etc/passwd</link></item>',
          ),
        ),
      ),
      feeding('a bomb', bomb('gzip', 64 * 1024 ** 2), prepareBomb('gzip', 64 * 1024 ** 2)),
    ]),
    row('203', 1, 'manners of trying again', [
      retrying('500', reply('500 Oops', []), 5, 2),
      retrying('503', reply('503 Busy', ['Retry-After: 7200']), 5, 2),
      retrying('429 and a day', reply('429 Slow down', ['Retry-After: 86400']), 4, 1),
      retrying('429 and a year', reply('429 Slow down', ['Retry-After: 31536000']), 5, 1),
      retrying('410', reply('410 Gone', []), 1),
      retrying('404', reply('404 Not Found', []), 1),
      retrying('resets', ({ socket }) => void socket.resetAndDestroy(), 5, 1),
    ]),
    notApplicable(
      '204',
      1,
      'manners of looking endpoints up again',
      'what was found is kept for one delivery only: an endpoint is looked up once for each link that is told',
    ),
  ],
};
