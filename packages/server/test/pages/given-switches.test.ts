import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { sendingOff } from '../../src/outbound/sending-off.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import type { OwnPage } from '../../src/site.ts';
import { BLOG, blog, openHouse } from '../outbound/house.ts';

const listed = (path: string): OwnPage => ({
  ...{ key: `alice.example${path}`, url: `${BLOG}${path.slice(1)}`, title: `Title of ${path}` },
  ...{ gone: false, receive: undefined, send: undefined },
});

/** The blog with its pages as a configuration switches them, read back from the store. */
async function openBlog(pages: readonly unknown[], map: readonly OwnPage[], more: object = {}) {
  const [site = blog()] = readConfig({ sites: [{ url: BLOG, pages, ...more }] }, () => undefined).sites;
  const house = await openHouse(site);
  const { store } = house;
  const directory = createSiteDirectory(
    { changes: store.sites.changes, maps: async (ids) => new Map(ids.map((id) => [id, map])) },
    { now: () => 0 },
  );
  await directory.refresh();
  const ask = (path: string) => {
    const own = directory.resolve(new URL(path, BLOG));
    return [own?.state, own && sendingOff(own)];
  };
  return { ask, directory, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

const OFF = 'Sending is switched off for this page.';
const feed = { feed: `${BLOG}feed.xml` };

describe('pages that the configuration switches', () => {
  it('are closed, or not announced, and the others are as the site is', async () => {
    const pages = [
      { url: `${BLOG}a`, receive: false },
      { url: `${BLOG}b/`, send: false },
    ];
    await using switched = await openBlog(pages, ['/a', '/b', '/c'].map(listed), feed);
    expect(['/a', '/a/', '/b', '/c', '/d'].map(switched.ask)).toEqual([
      ['closed', undefined],
      ['closed', undefined],
      ['open', OFF],
      ['open', undefined],
      ['unknown', undefined],
    ]);
  });

  it('are so where no listing names pages, too', async () => {
    await using switched = await openBlog([{ url: `${BLOG}a`, receive: false, send: false }], []);
    expect(['/a', '/b'].map(switched.ask)).toEqual([
      ['closed', OFF],
      ['open', undefined],
    ]);
  });

  it('are not what the desk said of them', async () => {
    const pages = [{ url: `${BLOG}a`, receive: false }];
    await using switched = await openBlog(pages, [{ ...listed('/a'), receive: true, send: false }], feed);
    expect(switched.ask('/a')).toEqual(['closed', OFF]);
    expect(switched.directory.pages('alice.example')[0]?.fixed).toEqual(['receive']);
  });

  it('lie under their site', () => {
    const read = () =>
      readConfig({ sites: [{ url: BLOG, pages: [{ url: 'https://bob.example/a', send: false }] }] }, () => undefined);
    expect(read).toThrow(
      'sites[0].pages[0].url (HEARBACK_SITE, --site): "https://bob.example/a" is no page of this site',
    );
  });
});
