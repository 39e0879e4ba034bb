import type { PageInput, Protocol } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { knowingAliases } from '../../src/inbound/aliases.ts';
import { createSiteDirectory, type OwnTarget } from '../../src/pages/directory.ts';
import { type ResolveTarget, resolveBy } from '../../src/pages/resolve.ts';
import type { Sites } from '../../src/ports/index.ts';
import { pageKey } from '../../src/site.ts';
import { targetKeys } from '../../src/web/api/targets.ts';
import { readerHere } from '../support/reader-here.ts';

const PAGE = 'https://alice.example/2024/05/slug/';
const SITE = { id: 'alice.example', url: 'https://alice.example/', receive: true } as OwnTarget['site'];

/** The router of a weblog with one post, of which the specification of nobody says how many addresses it has. */
const router: ResolveTarget = (address) => {
  const { pathname, search, hash } = new URL(address);
  const isPost = search === '?p=123' || /^\/(?:2024\/05\/slug\/|slug\/amp)$/.test(pathname) || hash === '#post-123';
  return isPost ? { url: PAGE } : undefined;
};
const resolve = resolveBy(
  {
    resolve: (url: URL) =>
      url.host === 'alice.example' ? { site: SITE, key: pageKey(url), page: undefined, state: 'open' } : undefined,
  } as Parameters<typeof resolveBy>[0],
  router,
);

async function read(target: string, html: string, by = resolve, protocols?: readonly Protocol[]) {
  let looks = 0;
  const readSource = knowingAliases(
    {
      read(what, given) {
        if (what === 'page') looks += 1;
        return readerHere.read(what, given);
      },
    },
    by,
  );
  const page: PageInput = {
    body: new TextEncoder().encode(html),
    status: 200,
    finalUrl: 'https://bob.example/a',
    headers: [['content-type', 'text/html']],
    target,
    ...(protocols && { protocols }),
  };
  const result = await readSource(page);
  if (!result.ok) throw new Error(result.reason);
  return { reading: result.reading, partly: result.partly, looks };
}

const ALIASES = ['?p=123', '?p=123&amp;utm_source=x', '2024/05/slug/', 'slug/amp', 'archive#post-123'];

describe('aliases of own pages (UN-14)', () => {
  it.each(ALIASES.filter((alias) => !alias.includes('slug/')))('a link to /%s is one to the page', async (alias) => {
    const { reading } = await read(PAGE, `<a href="https://alice.example/${alias}">x</a>`);
    expect(reading.level).toBe('L6');
  });

  it.each(ALIASES)('a notification for /%s is one for the page', async (alias) => {
    const target = `https://alice.example/${alias.replace('&amp;', '&')}`;
    expect((await resolve(new URL(target)))?.key).toBe('alice.example/2024/05/slug/');
    const { reading, looks } = await read(target, `<a href="${PAGE}">x</a>`);
    expect([reading.level, looks]).toEqual([target === PAGE ? 'L0' : 'L6', 1]);
  });

  it('reads once where the page has the link as it was given', async () => {
    const { reading, looks } = await read(PAGE, `<a href="https://alice.example/?p=123"><a href="${PAGE}">`);
    expect([reading.level, looks]).toEqual(['L0', 1]);
  });

  it.each([
    ['another page of ours', '<a href="https://alice.example/?p=124">'],
    ['the same path elsewhere', '<a href="https://alice.example.evil.example/?p=123">'],
    ['an address in another', '<a href="https://evil.example/?u=https://alice.example/?p=123">'],
    ['no link', '<p>https://alice.example/?p=123</p>'],
  ])('%s is no link to it', async (_what, html) => {
    expect((await read(PAGE, html)).reading.links).toEqual([]);
  });

  it('finds it behind hundreds of other addresses of ours, and says so when there are too many', async () => {
    const others = (many: number) =>
      Array.from({ length: many }, (_, n) => `<a href="https://alice.example/x${n}">`)
        .join('')
        .repeat(2);
    const link = '<a href="https://alice.example/?p=123">';
    expect(await read(PAGE, others(499) + link)).toMatchObject({ reading: { level: 'L6' }, partly: undefined });
    expect(await read(PAGE, others(499))).toMatchObject({ reading: { links: [] }, partly: false });
    expect(await read(PAGE, others(500) + link)).toMatchObject({ reading: { links: [] }, partly: true });
  });

  it.each([
    ['relative to a base of ours', '<base href="https://alice.example/2024/"><a href="../?p=123">'],
    ['relative to a base that comes late', '<a href="/?p=123"><base href="https://alice.example/2024/">'],
    ['with www.', '<a href="http://www.alice.example/?p=123">'],
    ['with references in it', '<a href="https&#58;//alice.example/&#x3F;p=123">'],
  ])('finds it %s', async (_how, html) => {
    expect((await read(PAGE, html)).reading.level).toBe('L6');
  });

  it('does not ask the router for a webmention, which has to have the address itself', async () => {
    const { reading, looks } = await read(PAGE, '<a href="https://alice.example/?p=123">', resolve, ['webmention']);
    expect([reading.links, looks]).toEqual([[], 1]);
  });
});

/** The directory of one site, without a map unless its pages are given. */
async function directoryOf(paths: readonly string[] = []) {
  const site = { ...SITE, ...(paths.length > 0 && { sitemap: 'https://alice.example/sitemap.xml' }) };
  const pages = paths.map((path) => ({
    key: `alice.example${path}`,
    url: `https://alice.example${path}`,
    gone: false,
  }));
  const directory = createSiteDirectory(
    {
      changes: async () => ({ revision: 1, sites: [site], removed: [] }),
      maps: async () => new Map(pages.length > 0 ? [[site.id, pages]] : []),
    } as unknown as Sites,
    { now: () => 0 },
  );
  await directory.refresh();
  return directory;
}

describe('a site without a map', () => {
  const levelOf = async (target: string, href: string) =>
    (await read(target, `<a href="${href}">x</a>`, (await directoryOf()).resolve)).reading.level;

  it.each([
    ['in the link', 'https://alice.example/p/x', 'https://alice.example/p/x?utm_source=z', 'L6'],
    ['in the link, beside others', 'https://alice.example/?p=1', 'https://alice.example/?p=1&amp;fbclid=z', 'L6'],
    ['in the target', 'https://alice.example/p/x?utm_source=z', 'https://alice.example/p/x', 'L6'],
    ['in both', 'https://alice.example/p/x?utm_source=z', 'https://alice.example/p/x?gclid=1', 'L6'],
    ['nowhere', 'https://alice.example/p/x', 'https://alice.example/p/x', 'L0'],
    ['and of a slash', 'https://alice.example/p/x', 'https://alice.example/p/x/?utm_source=z', 'L6'],
    ['and of a slash in the target', 'https://alice.example/p/x/?utm_source=z', 'https://alice.example/p/x', 'L6'],
    ['and of a slash in both', 'https://alice.example/p/x/?utm_source=z', 'https://alice.example/p/x?gclid=1', 'L6'],
    [
      'and of a slash before what counts',
      'https://alice.example/p/?id=1&fbclid=2',
      'https://alice.example/p?id=1',
      'L6',
    ],
    ['and of www.', 'https://alice.example/p/x', 'http://www.alice.example/p/x/?utm_source=z', 'L6'],
    [
      'but of a slash in the query',
      'https://alice.example/p?id=1&fbclid=2',
      'https://alice.example/p?id=1/',
      undefined,
    ],
    ['on another page', 'https://alice.example/p/x', 'https://alice.example/p/y?utm_source=z', undefined],
    ['with a query that counts', 'https://alice.example/p/x', 'https://alice.example/p/x?id=1&utm_source=z', undefined],
  ])('takes no notice of tracking parameters %s', async (_where, target, href, level) => {
    expect(await levelOf(target, href)).toBe(level);
  });
});

describe('the identity of a page of a site without a map', () => {
  it.each([
    ['/post', '/post/', '/post/?utm_source=x', '/post?fbclid=1', 'http:/post'],
    ['/?p=1', '/?p=1&utm_source=x'],
    ['/', '/?utm_source=x', ''],
    ['/p?id=1', '/p/?id=1'],
  ])('is one for %s and its other spellings', async (...paths) => {
    const directory = await directoryOf();
    const keys = paths.map((path) => {
      const [scheme, rest] = path.startsWith('http:') ? ['http', path.slice(5)] : ['https', path];
      return directory.resolve(new URL(`${scheme}://alice.example${rest}`))?.key;
    });
    expect(new Set(keys).size).toBe(1);
    expect(targetKeys(directory, [`https://alice.example${paths[1]}`])).toContain(keys[0]);
  });

  it('differs for other pages', async () => {
    const directory = await directoryOf();
    const keys = ['/', '/a', '/a//', '/a?b', '/A'].map(
      (path) => directory.resolve(new URL(`https://alice.example${path}`))?.key,
    );
    expect(new Set(keys).size).toBe(5);
  });
});

describe('a site with a map', () => {
  it('is told another page of the map from the target', async () => {
    const { resolve: byMap } = await directoryOf(['/one', '/two']);
    const linksTo = async (path: string) =>
      (await read('https://alice.example/one', `<a href="https://alice.example${path}">x</a>`, byMap)).reading.level;
    expect(await linksTo('/two')).toBeUndefined();
    expect(await linksTo('/two?utm_source=z')).toBeUndefined();
    expect(await linksTo('/one?utm_source=z')).toBe('L6');
  });
});
