import assert from 'node:assert/strict';
import { type AttackCase, type Group, proven, row } from '../lib/case.ts';
import { TARGET } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { DNS, DOCTYPE, endpoint, GETS, HTML, OTHER, OWN, PAGE, telling } from '../lib/sending.ts';
import { type Act, bomb, flood, hang, page, prepareBomb, reply } from '../lib/verbs.ts';

const HOUR = 60 * 60_000;

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

const manyLinks = (count: number, of: (at: number) => string) =>
  page(`<article>${Array.from({ length: count }, (_, at) => `<a href="${of(at)}">x</a>`).join('')}</article>`);

export const group: Group = {
  letter: 'L',
  title: 'sending side',
  rows: [
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
    proven(
      '204',
      1,
      'manners of looking endpoints up again',
      ['packages/server/test/outbound/discovery.test.ts', 'asks a page once while it may be kept'],
      ['packages/server/test/outbound/discovery.test.ts', 'keeps for an hour that a page names none'],
    ),
  ],
};
