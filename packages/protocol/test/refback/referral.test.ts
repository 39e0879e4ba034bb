import { describe, expect, it } from 'vitest';
import { isBareOrigin, type NoReferral, readReferral, type Visit } from '../../src/index.ts';

const VISIT: Visit = {
  method: 'GET',
  status: 200,
  page: 'https://me.example/post',
  referrer: 'https://bob.example/answer',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  purpose: '',
  at: 1,
  client: '192.0.2.1',
};

const counted: readonly [id: string, visit: Partial<Visit>, source?: string, target?: string][] = [
  ['RF-01 a page and a page', {}],
  ['RF-01 the fragment of a page is not part of it', { page: 'https://me.example/post#c1' }],
  ['RF-06 a bare origin', { referrer: 'https://bob.example/' }, 'https://bob.example/'],
  [
    'RF-03 the same address, another port',
    { page: 'http://127.0.0.1:81/a', referrer: 'http://127.0.0.1:82/b' },
    'http://127.0.0.1:82/b',
    'http://127.0.0.1:81/a',
  ],
  [
    'RF-07 pages of people at a search engine',
    { referrer: 'https://sites.google.com/me' },
    'https://sites.google.com/me',
  ],
  ['RF-07 a name that contains one', { referrer: 'https://notbing.com/a' }, 'https://notbing.com/a'],
  ['RF-07 a telephone called Cubot', { userAgent: 'Mozilla/5.0 (Linux; Android 14; CUBOT P80) Mobile' }],
  ['RF-02 no user agent', { userAgent: '' }],
];

const not: readonly [id: string, because: NoReferral, visits: readonly Partial<Visit>[]][] = [
  ['RF-02 no GET', 'no-page-view', [{ method: 'HEAD' }, { method: 'POST' }, { method: 'get' }]],
  ['RF-02 no 200', 'no-page-view', [{ status: 301 }, { status: 304 }, { status: 404 }, { status: 206 }]],
  ['RF-02 no page', 'no-page-view', [{ page: 'https://me.example/a.CSS' }, { page: 'https://me.example/i.png?v=1' }]],
  ['RF-02 prefetch', 'prefetch', [{ purpose: 'prefetch' }, { purpose: 'prefetch;prerender' }, { purpose: 'preview' }]],
  ['RF-02 robots', 'robot', [{ userAgent: 'Googlebot/2.1' }, { userAgent: 'x Bot' }, { userAgent: 'Some Spider 1' }]],
  ['RF-01 no referrer', 'no-referrer', [{ referrer: '' }]],
  ['RF-07 no http(s)', 'unusable-referrer', [{ referrer: 'android-app://a.b/' }, { referrer: 'about:blank' }]],
  ['RF-07 userinfo', 'unusable-referrer', [{ referrer: 'https://a:b@bob.example/' }]],
  ['RF-07 length', 'unusable-referrer', [{ referrer: `https://bob.example/${'a'.repeat(2048)}` }]],
  ['RF-07 no URL', 'unusable-referrer', [{ referrer: 'bob' }, { referrer: '<script>' }, { referrer: 'https://a b/' }]],
  [
    'RF-03 the same host',
    'same-host',
    [
      { referrer: 'https://me.example/other' },
      { referrer: 'http://ME.example:80/' },
      { referrer: 'https://www.me.example/' },
      { referrer: 'https://me.example./' },
    ],
  ],
  [
    'RF-07 searches',
    'no-blog',
    [
      { referrer: 'https://www.google.com/' },
      { referrer: 'https://www.google.co.uk/search?q=a' },
      { referrer: 'https://de.search.yahoo.com/a' },
      { referrer: 'https://www.bing.com/' },
      { referrer: 'https://duckduckgo.com/' },
    ],
  ],
  ['RF-07 mail', 'no-blog', [{ referrer: 'https://mail.google.com/' }, { referrer: 'https://webmail.isp.example/r' }]],
  ['RF-07 a page that is none', 'unusable-page', [{ page: '/post' }, { page: 'https://me.example/ a' }]],
];

describe('which visits count', () => {
  it.each(counted)('%s', (_, visit, source = VISIT.referrer, target = VISIT.page) => {
    const reading = readReferral({ ...VISIT, ...visit });
    expect(reading).toEqual({ ok: true, referral: { source, target, at: 1, client: '192.0.2.1' } });
  });

  it.each(not)('%s', (_, because, visits) => {
    for (const visit of visits) expect(readReferral({ ...VISIT, ...visit })).toEqual({ ok: false, because });
  });
});

describe('RF-06 bare origins', () => {
  it.each([
    ['https://bob.example', true],
    ['https://bob.example/', true],
    ['https://bob.example:8443/#a', true],
    ['https://bob.example/a', false],
    ['https://bob.example/?p=1', false],
  ])('%s: %s', (url, expected) => {
    expect(isBareOrigin(new URL(url))).toBe(expected);
  });
});
