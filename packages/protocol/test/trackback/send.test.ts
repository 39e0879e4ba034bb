import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpFailureKind, Notification } from '../../src/index.ts';
import { notify } from '../../src/index.ts';
import { writeForm } from '../../src/trackback/send.ts';
import { network } from '../support/http.ts';
import { SOURCE, TARGET } from '../support/receiving.ts';
import { OK, sendForm } from './send-form.ts';

const ENDPOINT = { protocol: 'trackback', url: 'http://bob.example/tb?id=5', via: 'rdf', lenient: false } as const;
const WORDS = { title: 'Über Bob & so', excerpt: 'Bob says: 1 + 1 = 2', siteName: 'Alice’s' };
const NOTICE = { source: SOURCE, target: TARGET, ...WORDS };

describe('what is sent', () => {
  it('TB-C01, TB-C02, TB-C04, TB-C05 is one form with its charset, to the URL as it was found', async () => {
    const { http, requests } = network({ body: OK });
    expect(await notify(http, ENDPOINT, NOTICE)).toMatchObject({ outcome: 'delivered', httpStatus: 200 });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url: ENDPOINT.url, redirects: 'endpoint' });
    // DV-62, TB-C11: nothing else, a Referer least of all.
    expect(requests[0]?.headers).toEqual({
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      accept: 'text/xml, application/xml;q=0.9, */*;q=0.5',
    });
    expect(new TextDecoder().decode(requests[0]?.body)).toBe(
      'url=http%3A%2F%2Falice.example%2F1&title=%C3%9Cber+Bob+%26+so&excerpt=Bob+says%3A+1+%2B+1+%3D+2&blog_name=Alice%E2%80%99s',
    );
  });

  it('TB-C11, DV-60, DV-61, DV-62 has no empty field, and none over the limits of receivers', () => {
    const empty = { title: '', excerpt: ' \n', siteName: '\u200b' };
    expect(Object.fromEntries(new URLSearchParams(new TextDecoder().decode(writeForm(SOURCE, empty))))).toEqual({
      url: SOURCE,
      title: SOURCE,
      excerpt: SOURCE,
      blog_name: 'alice.example',
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const words = { title: text, excerpt: text, siteName: text };
        const form = new URLSearchParams(new TextDecoder().decode(writeForm(SOURCE, words)));
        for (const [field, max] of [
          ['title', 250],
          ['excerpt', 252],
          ['blog_name', 150],
        ] as const) {
          const value = form.get(field) ?? '';
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(max);
        }
      }),
    );
  });

  // Without `#`: receivers resolve character references, since WordPress sends `&#038;`.
  it('comes out of our receiver as it went in', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'aZ09 äß日🙂%&+=?'), minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(word, word, word, async (title, excerpt, siteName) => {
        const body = writeForm(SOURCE, { title: `t${title}`, excerpt: `e${excerpt}`, siteName: `s${siteName}` });
        const [taken] = (await sendForm(body)).accepted;
        const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
        expect(taken).toEqual({
          protocol: 'trackback',
          source: SOURCE,
          target: TARGET,
          says: { title: plain(`t${title}`), excerpt: plain(`e${excerpt}`), siteName: plain(`s${siteName}`) },
        } satisfies Notification);
      }),
    );
  });

  it('is nothing for a source that is no URL', async () => {
    const { http, requests } = network({ body: OK });
    expect(await notify(http, ENDPOINT, { ...NOTICE, source: '/1' })).toMatchObject({ outcome: 'failed' });
    expect(requests).toEqual([]);
  });
});

const PROLOG = '<?xml version="1.0" encoding="utf-8"?>';
const failure = (message: string, error = '1') =>
  `${PROLOG}\n<response>\n<error>${error}</error>\n<message>${message}</message>\n</response>`;

/** Id, HTTP status, body; the outcome, and a part of its reason. */
const REPLIES: readonly [string, number, string, string, string][] = [
  ['TB-S02', 200, OK, 'delivered', 'accepted'],
  ['TB-S02 other 2xx', 202, OK, 'delivered', 'accepted'],
  ['TB-S02 blanks and newlines', 200, `\r\n ${PROLOG}<response><error> 0\n</error></response>\0`, 'delivered', ''],
  ['TB-S02 mark in front', 200, `\ufeff${OK}`, 'delivered', ''],
  ['a warning in front', 200, `<br /><b>Warning</b>: x in <b>y</b>\n${OK}`, 'delivered', ''],
  ['an end that was cut', 200, `${PROLOG}<response><error>0</err`, 'delivered', ''],
  ['TB-S03', 200, failure('Closed &amp; gone.'), 'refused', 'error 1: “Closed & gone.”'],
  ['TB-C12 other code', 200, failure('No.', '2'), 'refused', 'error 2'],
  ['TB-C12 word for a code', 200, failure('No.', 'true'), 'refused', 'No.'],
  ['TB-C12 undeclared entity', 200, failure('Caf&eacute; zu'), 'refused', 'zu'],
  ['DV-66 no message', 200, '<response><error>1</error></response>', 'refused', 'no message'],
  ['DV-60 duplicate', 200, failure('There is already a ping from that URL for this post.'), 'already', ''],
  ['DV-60 duplicate of old', 200, failure('We already have a ping from that URL for this post.'), 'already', ''],
  ['DV-60 empty', 200, '', 'failed', 'nothing'],
  ['DV-60 redirect to the post', 302, '', 'failed', 'redirect'],
  ['DV-60 an error status with its reply', 404, failure('I really need an ID.'), 'refused', 'really need'],
  ['DV-62 spam', 404, '<html><h1>404</h1></html>', 'failed', 'HTTP 404'],
  ['DV-62 duplicate', 403, '<html>403</html>', 'failed', 'HTTP 403'],
  ['DV-63 throttled', 403, failure('Ping too often'), 'later', 'HTTP 403'],
  ['DV-63 duplicate', 200, OK, 'delivered', ''],
  ['DV-64 success', 200, '<response><success>0</success><message>ok</message></response>', 'delivered', ''],
  ['DV-64 failure', 200, '<response><success>1</success><message>no</message></response>', 'refused', 'no'],
  ['DV-64 refused for good', 403, '<response><success>1</success></response>', 'refused', 'error 1'],
  [
    'DV-65 latin-1',
    200,
    '<?xml version="1.0" encoding="iso-8859-1"?><response><error>1</error><message>Danger: trackback failed.</message></response>',
    'refused',
    'trackback failed',
  ],
  ['DV-65 no error element', 200, '<response></response>', 'failed', 'no TrackBack reply'],
  ['a web page', 200, '<!doctype html><title>x</title><p>thanks', 'failed', 'no TrackBack reply'],
  ['the word in a page', 200, '<p>&lt;response>&lt;error>0', 'failed', ''],
  ['success under an error status', 500, OK, 'later', 'HTTP 500'],
  ['success under 403', 403, OK, 'failed', 'HTTP 403'],
  ['too many', 429, failure('Slower.'), 'later', 'HTTP 429'],
];

describe('what comes back', () => {
  it.each(REPLIES)('%s', async (_, status, body, outcome, part) => {
    const { http } = network({ status, body, headers: [['retry-after', '40']] });
    const told = await notify(http, ENDPOINT, NOTICE);
    expect(told).toMatchObject({ outcome, httpStatus: status });
    expect(told.reason).toContain(part);
    if (told.outcome === 'later') expect(told.retryAfter).toBe(40);
    // Fault codes are Pingback's.
    expect('fault' in told ? told.fault : undefined).toBeUndefined();
  });

  it.each<[HttpFailureKind, string]>([
    ['timeout', 'later'],
    ['dns', 'later'],
    ['refused', 'failed'],
    ['redirects', 'failed'],
  ])('no reply: %s', async (kind, outcome) => {
    const { http } = network({ ok: false, kind, reason: 'bob.example did not.' });
    expect(await notify(http, ENDPOINT, NOTICE)).toMatchObject({ outcome, reason: 'bob.example did not.' });
  });

  it('any bytes are some outcome', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 200, max: 599 }), async (body, status) => {
        const { http } = network({ status, body });
        expect((await notify(http, ENDPOINT, NOTICE)).outcome).not.toBe('delivered');
      }),
    );
  });
});
