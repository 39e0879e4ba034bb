import { type AttackCase, different, type Expectation, type Group, row } from '../lib/case.ts';
import { badSource, badTarget, foreign, PUBLIC, SOURCE, taken } from '../lib/parameters.ts';
import { bytesOf, type Call, form, TARGET, WAYS, type Way } from '../lib/requests.ts';

function self(title: string, source: string, target = TARGET): AttackCase {
  return { title, ways: WAYS, deed: { notify: { source, target } }, expect: { reply: { means: 'self' }, asked: [] } };
}

function refused(
  title: string,
  call: Call,
  status: number,
  way: Way = 'webmention',
  more: Expectation = {},
): AttackCase {
  const body = way === 'trackback' && status === 200 ? { means: 'bad' as const } : {};
  return { title, ways: [way], deed: { call }, expect: { reply: { status, ...body }, asked: [], ...more } };
}

/** Fields of a webmention as they are. */
const fields = (text: string) => form('/webmention', text);

const track = (text: string, target = TARGET) => form(`/trackback?target=${encodeURIComponent(target)}`, text);

const both = (more: string) => `source=${encodeURIComponent(SOURCE)}&target=${encodeURIComponent(TARGET)}${more}`;

const url = `url=${encodeURIComponent(SOURCE)}`;

const MANY = Array.from({ length: 1000 }, (_, at) => `&f${at}=x`).join('');

export const group: Group = {
  letter: 'B',
  title: 'parameters of all three protocols',
  rows: [
    row('43', 1, 'too long', [
      badSource('2,049 characters', `http://canary.test/${'x'.repeat(2030)}`),
      badSource('a query of 10,000', `http://canary.test/?${'x'.repeat(10_000)}`),
      badTarget('target', `${TARGET}?${'x'.repeat(2048)}`),
      taken('2,048 characters', `http://source.test/${'x'.repeat(2029)}`, TARGET),
      badSource('longer once it is encoded', `http://canary.test/${'é'.repeat(1000)}`),
    ]),
    row('44', 0, 'the source is the target', [
      self('identical', TARGET),
      self('case of the host', 'http://ALICE.example/post'),
      self('default port', 'http://alice.example:80/post'),
      self('dot behind the host', 'http://alice.example./post'),
      self('escaped letter', 'http://alice.example/p%6Fst'),
      self('escaped tilde', 'http://alice.example/post/1', 'http://alice.example/post/%31'),
      self('fragment', `${TARGET}#top`, `${TARGET}#end`),
      self('https', 'https://alice.example/post'),
      self('dots in the path', 'http://alice.example/x/../post'),
    ]),
    row('45', 1, 'fields twice, or of another type', [
      refused('source twice', fields(both('&source=http://canary.test/')), 400),
      refused('target twice', fields(both(`&target=${TARGET}`)), 400),
      refused('source[]', fields(`source[]=${SOURCE}&target=${TARGET}`), 400),
      refused('source[x]', fields(`source[x]=${SOURCE}&target=${TARGET}`), 400),
      refused('1,000 more fields', fields(both(MANY)), 400),
      refused('33 fields', fields(both(MANY.split('&').slice(0, 32).join('&'))), 400),
      refused(
        'JSON',
        {
          path: '/webmention',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ source: SOURCE, target: TARGET }),
        },
        415,
      ),
      refused(
        'multipart',
        {
          path: '/webmention',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          body: '--x\r\n\r\n\r\n--x--',
        },
        415,
      ),
      refused(
        'in the query',
        { path: `/webmention?${both('')}`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' },
        400,
      ),
      refused('url twice', track(`${url}&url=http://canary.test/`), 200, 'trackback'),
      refused('url[]', track(`url[]=${SOURCE}`), 200, 'trackback'),
      refused('1,000 more fields', track(`${url}${MANY}`), 200, 'trackback'),
      refused('target twice', form(`/trackback?target=${TARGET}&target=${TARGET}`, url), 200, 'trackback'),
      refused('target[]', form(`/trackback?target[]=${TARGET}`, url), 200, 'trackback'),
    ]),
    row('46', 1, 'missing, empty, blank', [
      ...[
        '',
        `target=${TARGET}`,
        `source=${SOURCE}`,
        `source=&target=${TARGET}`,
        `source=%20&target=${TARGET}`,
        `source=${SOURCE}&target=`,
        `source=${SOURCE}&target=%20`,
        'source&target',
      ].map((text) => refused(`"${text}"`, fields(text), 400)),
      ...['', 'url=', 'url=%20', 'url', 'title=x'].map((text) => refused(`"${text}"`, track(text), 200, 'trackback')),
      ...['', '?', '?target=', '?target=%20', '?x=y'].map((query) =>
        refused(`without a page: "${query}"`, form(`/trackback${query}`, url), 200, 'trackback'),
      ),
      ...['', ' '].map((source) => ({ ...badSource(`"${source}"`, source), ways: ['pingback' as const] })),
      ...['', ' '].map((target) => ({ ...badTarget(`target "${target}"`, target), ways: ['pingback' as const] })),
    ]),
    row('50', 1, 'fragments and queries of the target', [
      ...['#1', '#post-7', '#.*.*.*', '#(a+)+$', `#${'%'.repeat(50)}`].map((tail) =>
        taken(tail.slice(0, 20), SOURCE, TARGET + tail),
      ),
      foreign('a query is another page', `${TARGET}?p=1`),
      foreign('a pattern is no page', 'http://alice.example/post%'),
      foreign('another pattern', 'http://alice.example/pos_'),
    ]),
    row('51', 1, 'SQL', [
      ...["'", '--', '%25', '_', "';drop-table-mention--", '?'.repeat(1500), '"', "'or'1'='1"].map((text) =>
        taken(
          JSON.stringify(text.slice(0, 20)),
          `http://source.test/${encodeURI(text).replaceAll('%2525', '%25')}`,
          TARGET,
        ),
      ),
      refused('64 kB', fields(both(`&x=${'?'.repeat(65_536)}`)), 413),
      foreign('in the target', "http://alice.example/post'or'1'='1"),
    ]),
    row('53', 1, 'vouch and code', [
      {
        ...taken('ignored unless wanted', SOURCE, TARGET),
        ways: ['webmention'],
        deed: { call: fields(both('&vouch=http://169.254.169.254/&code=x')) },
        expect: { reply: { means: 'accepted' }, rows: 1, asked: ['source.test'] },
      },
      {
        title: 'wanted: behind the guard',
        ways: ['webmention'],
        config: { vouch: true },
        deed: { call: fields(both('&vouch=http://169.254.169.254/')) },
        expect: { reply: { status: [400, 403, 449] }, asked: [] },
      },
      {
        title: 'wanted: of a stranger, who is not asked',
        ways: ['webmention'],
        config: { vouch: true },
        deed: { call: fields(both('&vouch=http://canary.test/')) },
        expect: { reply: { status: [400, 403, 449] }, asked: [] },
      },
    ]),
    row('54', 0, 'charsets of trackbacks', [
      ...['UTF-8,'.repeat(1000), 'UTF-7', 'Array', 'UTF-16', 'x-user-defined', 'iso-2022-jp', 'utf-8\0', '<', '0'].map(
        (charset) =>
          refused(charset.slice(0, 20), track(`${url}&charset=${encodeURIComponent(charset)}`), 200, 'trackback', {
            lagMs: 20,
          }),
      ),
      refused(
        'in the header',
        {
          ...track(url),
          headers: { 'content-type': `application/x-www-form-urlencoded; charset=${'UTF-8,'.repeat(500)}` },
        },
        200,
        'trackback',
        { lagMs: 20 },
      ),
      refused('charset[]', track(`${url}&charset[]=UTF-7`), 200, 'trackback'),
    ]),
    row('55', 0, 'a giant title', [
      refused('200,000 characters', track(`${url}&title=${'x'.repeat(200_000)}`), 413, 'trackback', { rssMb: 8 }),
      {
        title: 'what the ping says of itself is not kept',
        ways: ['trackback'],
        alone: true,
        deed: { call: track(`${url}&title=${'xyzzy'.repeat(2000)}`) },
        expect: { reply: { means: 'accepted' }, rows: 1, log: { lacks: ['xyzzy'] } },
      },
    ]),
    row('56', 0, 'a trackback without a link', [
      {
        title: 'is looked at, and not published',
        ways: ['trackback'],
        dns: { 'source.test': [PUBLIC] },
        dial: {
          [`${PUBLIC}:80`]: ({ socket }) =>
            void socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Nothing.'),
        },
        deed: { notify: { source: SOURCE } },
        expect: { reply: { means: 'accepted' }, rows: 1, contacted: [`${PUBLIC}:80`], link: 'absent' },
      },
    ]),
    different(
      '57',
      1,
      'trackback ids',
      'the page is named by its URL (?target=) and not by a number; unknown, closed and foreign pages get one text',
      [
        ...['/trackback/999999999', '/trackback/x'].map((path) => refused(path, form(path, url), 404, 'trackback')),
        {
          title: 'dots in the path',
          ways: ['trackback'],
          deed: { bytes: bytesOf(form('/trackback/../../x', url)) },
          expect: { reply: { status: 404 } },
        },
        refused('GET', { method: 'GET', path: `/trackback?target=${TARGET}&url=${SOURCE}&title=x` }, 405, 'trackback'),
        refused('__mode=rss', { method: 'GET', path: `/trackback?__mode=rss&target=${TARGET}` }, 405, 'trackback'),
        ...[
          'http://alice.example/none',
          'http://alice.example/closed',
          'http://canary.test/',
          'http://alice.example/gone',
        ].map(
          (target): AttackCase => ({
            title: target,
            ways: ['trackback'],
            deed: { call: track(url, target) },
            expect: {
              reply: { status: 200, holds: ['<error>1</error><message>This page takes no TrackBacks.</message>'] },
              asked: [],
            },
          }),
        ),
      ],
    ),
  ],
};
