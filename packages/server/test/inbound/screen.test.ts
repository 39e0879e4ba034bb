import { describe, expect, it } from 'vitest';
import { screen } from '../../src/inbound/screen.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import { resolveBy } from '../../src/pages/resolve.ts';
import type { Sites } from '../../src/ports/index.ts';
import type { OwnPage, Site } from '../../src/site.ts';

const ALICE: Site = {
  id: 'alice',
  url: 'https://alice.example/',
  name: 'Alice',
  feed: undefined,
  sitemap: 'https://alice.example/sitemap.xml',
  receive: true,
  send: true,
  announce: false,
};
const BLOG: Site = { ...ALICE, id: 'blog', url: 'https://host.example/~bob/', sitemap: undefined };
const OFF: Site = { ...BLOG, id: 'off', url: 'https://off.example/', receive: false };

const page = (path: string, more: Partial<OwnPage> = {}): OwnPage => ({
  key: `alice.example${path}`,
  url: `https://alice.example${path}`,
  title: '',
  gone: false,
  receive: undefined,
  send: undefined,
  ...more,
});
const PAGES = [page('/post/'), page('/gone', { gone: true }), page('/closed', { receive: false }), page('/?p=1&q=2')];

const directory = createSiteDirectory(
  {
    changes: async () => ({ revision: 1, sites: [ALICE, BLOG, OFF], removed: [] }),
    maps: async () => new Map([['alice', PAGES]]),
  } as unknown as Sites,
  { now: () => 0 },
);
await directory.refresh();

const refusesSource = (url: URL) => (url.hostname === '127.0.0.1' ? 'Its address is private.' : undefined);
const GOOD = 'https://bob.example/answer';

async function outcome(target: string, source = GOOD, site?: string): Promise<string> {
  const screened = await screen({ protocol: 'pingback', source, target }, site ? { site } : {}, {
    resolve: directory.resolve,
    refusesSource,
  });
  return screened.ok ? `ok ${screened.target.key}` : `${screened.because}${screened.quiet ? ' (quiet)' : ''}`;
}

describe('whose page is it', () => {
  it.each([
    ['a page of the map', 'https://alice.example/post/', 'ok alice.example/post/'],
    ['http for https', 'http://alice.example/post/', 'ok alice.example/post/'],
    ['host case, port, fragment', 'https://ALICE.example:443/post/#comments', 'ok alice.example/post/'],
    ['a trailing host dot', 'https://alice.example./post/', 'ok alice.example/post/'],
    ['UN-03 without the slash of the map', 'https://alice.example/post', 'ok alice.example/post/'],
    ['UN-10 escaped twice', 'https://alice.example/?p=1&amp;q=2', 'ok alice.example/?p=1&q=2'],
    ['PB-F33 unknown to the map', 'https://alice.example/nope', 'target-unusable'],
    ['PB-F33 closed', 'https://alice.example/closed', 'target-unusable'],
    ['PB-F32 gone', 'https://alice.example/gone', 'target-missing'],
    ['a site without a map takes any path', 'https://host.example/~bob/x?y', 'ok host.example/~bob/x?y'],
    ['the site itself', 'https://host.example/~bob', 'ok host.example/~bob'],
    ['a neighbour by prefix', 'https://host.example/~bobby/x', 'target-unusable'],
    ['name in the query', 'https://evil.test/?x=alice.example', 'target-unusable'],
    ['name as label', 'https://alice.example.evil.test/post/', 'target-unusable'],
    ['name as ending', 'https://notalice.example/post/', 'target-unusable'],
    ['name in the fragment', 'https://evil.test/#alice.example', 'target-unusable'],
    ['name as userinfo', 'https://alice.example@evil.test/', 'target-unusable'],
    ['another port', 'https://alice.example:8443/post/', 'target-unusable'],
    ['a site that is off', 'https://off.example/x', 'target-unusable'],
  ])('%s', async (_, target, expected) => expect(await outcome(target)).toBe(expected));
});

describe('the rest of the screen', () => {
  const target = 'https://alice.example/post/';
  it.each([
    ['a source that is no address', 'ftp://bob.example/', 'source-invalid'],
    ['source is the target', 'http://alice.example/post/#x', 'self'],
    ['equal but for %7E', 'https://alice.example/%70ost/', 'self'],
    ['the target with tracking parameters', 'https://alice.example/post/?utm_source=x', 'self'],
    ['the target without the slash of the map', 'https://alice.example/post', 'self'],
    ['another page of the same site', 'https://alice.example/closed', 'ok alice.example/post/'],
    ['a source the guard would not ask', 'http://127.0.0.1/', 'denied (quiet)'],
  ])('%s', async (_, source, expected) => expect(await outcome(target, source)).toBe(expected));

  it('keeps to the site of the address that was called', async () => {
    expect(await outcome(target, GOOD, 'alice')).toBe('ok alice.example/post/');
    expect(await outcome(target, GOOD, 'blog')).toBe('target-unusable');
  });

  it.each([
    ['source syntax before foreign target', 'https://evil.test/', 'mailto:x', 'source-invalid'],
    ['foreign before self', 'https://evil.test/', 'https://evil.test/', 'target-unusable'],
    ['gone before refused source', 'https://alice.example/gone', 'http://127.0.0.1/', 'target-missing'],
    ['closed before refused source', 'https://alice.example/closed', 'http://127.0.0.1/', 'target-unusable'],
  ])('order: %s', async (_, to, from, expected) => expect(await outcome(to, from)).toBe(expected));
});

it('knows the target by every address that the site’s own router has for it', async () => {
  const page = { url: 'https://host.example/~bob/2024/slug' };
  const resolve = resolveBy(directory, (url) => (/[?]p=1$|slug$/.test(url) ? page : undefined));
  const announce = (source: string) =>
    screen({ protocol: 'pingback', source, target: page.url }, {}, { resolve, refusesSource });
  expect(await announce('https://host.example/~bob/?p=1')).toMatchObject({ ok: false, because: 'self' });
  expect(await announce('https://host.example/~bob/?p=2')).toMatchObject({ ok: true });
});
