import { beforeEach, describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/rule.ts';
import type { Site } from '../../../src/site.ts';
import { NOON, type Opened } from './opened.ts';

const SITE: Site = {
  id: 'home.example',
  url: 'https://home.example/',
  name: 'Home',
  feed: 'https://home.example/feed',
  sitemap: undefined,
  receive: true,
  send: false,
  announce: false,
};
const PAGES = [
  { key: '/a', url: 'https://home.example/a', title: 'A' },
  { key: '/b', url: 'https://home.example/b', title: 'B' },
];
const OPEN = { gone: false, receive: undefined, send: undefined };

export function describeSites(opened: () => Opened): void {
  describe('sites', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('follow the configuration until the desk says otherwise', async () => {
      await writer.sites.configure(SITE);
      expect(await reader.sites.list()).toEqual([SITE]);
      await writer.sites.configure({ ...SITE, name: 'New', feed: undefined, send: true, announce: true });
      expect(await reader.sites.list()).toEqual([
        { ...SITE, name: 'New', feed: undefined, send: true, announce: true },
      ]);
      await writer.sites.setSwitches(SITE.id, { receive: false });
      await writer.sites.configure(SITE);
      expect(await reader.sites.list()).toEqual([{ ...SITE, receive: false }]);
    });

    it('are configured together: of one that is named twice the last counts, and what is not news changes nothing', async () => {
      const other = {
        ...SITE,
        id: 'other.example',
        url: 'https://other.example/',
        links: { internal: true, nofollow: true },
      };
      await writer.sites.configure([SITE, { ...other, name: 'Old' }, other]);
      expect(await reader.sites.list()).toEqual([SITE, other]);
      const { revision } = await reader.sites.changes(0);
      await writer.sites.configure([{ ...SITE, name: 'O\'Neil "x" \0', avatars: true }, other]);
      const { sites } = await reader.sites.changes(revision);
      expect(sites).toMatchObject([{ id: SITE.id, name: expect.stringMatching(/^O'Neil "x" .$/s), avatars: true }]);
      await writer.sites.configure([]);
      expect(await reader.sites.list()).toHaveLength(2);
    });

    it('keep which links are told, from the configuration or from the desk', async () => {
      const links = { content: '.post', internal: true, nofollow: false };
      await writer.sites.configure({ ...SITE, folder: './public', links });
      expect(await reader.sites.list()).toEqual([{ ...SITE, folder: './public', links }]);
      await writer.sites.setSwitches(SITE.id, { links: { internal: false, nofollow: true } });
      expect((await reader.sites.list())[0]?.links).toEqual({ internal: false, nofollow: true });
      await writer.sites.configure(SITE);
      expect((await reader.sites.list())[0]).toMatchObject({ links: { internal: false, nofollow: true } });
    });

    it('tell what changed since a revision, and what is gone, and nothing else', async () => {
      const other = { ...SITE, id: 'other.example', url: 'https://other.example/' };
      for (const site of [SITE, other]) await writer.sites.configure(site);
      const { revision, sites } = await reader.sites.changes(0);
      expect(sites.map(({ id }) => id).sort()).toEqual([SITE.id, other.id]);
      expect(await reader.sites.changes(revision)).toEqual({ revision, sites: [], removed: [] });
      // What the configuration says again is no news.
      await writer.sites.configure(SITE);
      expect((await reader.sites.changes(revision)).revision).toBe(revision);
      await writer.sites.savePages(other.id, PAGES, []);
      const mapped = await reader.sites.changes(revision);
      expect(mapped).toMatchObject({ sites: [{ id: other.id }], removed: [] });
      await writer.sites.remove(SITE.id);
      expect(await reader.sites.changes(mapped.revision)).toMatchObject({ sites: [], removed: [SITE.id] });
      await writer.sites.configure(SITE);
      expect(await reader.sites.changes(mapped.revision)).toMatchObject({ sites: [{ id: SITE.id }], removed: [] });
      expect(await reader.sites.byId(other.id)).toMatchObject({ url: other.url });
      expect(await reader.sites.byId('nobody.example')).toBeUndefined();
    });

    it('are removed with their pages', async () => {
      await writer.sites.configure(SITE);
      await writer.sites.savePages(SITE.id, PAGES, []);
      expect(await writer.sites.remove(SITE.id)).toBe(true);
      expect(await writer.sites.remove(SITE.id)).toBe(false);
      expect(await reader.sites.list()).toEqual([]);
      expect(await reader.sites.pages(SITE.id)).toEqual([]);
    });

    it('a page that was switched follows its site again', async () => {
      await writer.sites.configure(SITE);
      await writer.sites.savePages(SITE.id, PAGES, []);
      await writer.sites.setPageSwitches(SITE.id, '/a', { receive: false, send: false });
      await writer.sites.setPageSwitches(SITE.id, '/a', { receive: 'site' });
      expect((await reader.sites.pages(SITE.id))[0]).toMatchObject({ receive: undefined, send: false });
    });

    it('pages missing from a new map are kept, gone when named so, and switches stay', async () => {
      await writer.sites.configure(SITE);
      await writer.sites.savePages(SITE.id, [...PAGES, { key: '/c', url: 'https://home.example/c', title: 'C' }], []);
      await writer.sites.setPageSwitches(SITE.id, '/a', { receive: false });
      await writer.sites.setPageSwitches(SITE.id, '/b', { send: true });
      await writer.sites.savePages(
        SITE.id,
        [{ key: '/a', url: 'https://home.example/a/', title: 'AA' }],
        ['/c', '/none'],
      );
      const c = { key: '/c', url: 'https://home.example/c', title: 'C' };
      expect(await reader.sites.pages(SITE.id)).toEqual([
        { ...OPEN, key: '/a', url: 'https://home.example/a/', title: 'AA', receive: false },
        { ...OPEN, ...PAGES[1], send: true },
        { ...OPEN, ...c, gone: true },
      ]);
      await writer.sites.savePages(SITE.id, [c], []);
      expect((await reader.sites.pages(SITE.id))[2]).toMatchObject({ key: '/c', gone: false });
    });

    it('every change makes the revision grow', async () => {
      const revisionNow = async () => (await reader.sites.changes(0)).revision;
      const changes: readonly [string, () => Promise<unknown>][] = [
        ['configure', () => writer.sites.configure(SITE)],
        ['setSwitches', () => writer.sites.setSwitches(SITE.id, { send: true })],
        ['savePages', () => writer.sites.savePages(SITE.id, PAGES, [])],
        ['setPageSwitches', () => writer.sites.setPageSwitches(SITE.id, '/a', { send: true })],
        ['remove', () => writer.sites.remove(SITE.id)],
      ];
      for (const [name, change] of changes) {
        const before = await revisionNow();
        await change();
        expect(await revisionNow(), name).toBeGreaterThan(before);
      }
    });
  });

  describe('rules', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const rule = (id: string, createdAt: number, site = SITE.id): Rule => {
      return { id, site, action: 'allow', scope: 'author', value: 'ada.example/', createdAt };
    };

    it('of any site say whether a host is allowed', async () => {
      const allow = (scope: Rule['scope'], value: string, action: Rule['action'] = 'allow') =>
        writer.rules.add({
          id: value,
          site: value.length % 2 ? SITE.id : 'other.example',
          action,
          scope,
          value,
          createdAt: NOON,
        });
      await allow('host', 'friends.example');
      await allow('path', 'shared.example/~bob/');
      await allow('author', 'ann.example/about');
      await allow('word', 'word.example');
      await allow('host', 'spam.example', 'block');
      const yes = ['friends.example', 'a.b.friends.example', 'shared.example', 'ann.example'];
      const no = [
        'notfriends.example',
        'example',
        'a.shared.example',
        'word.example',
        'spam.example',
        'shared.example0',
      ];
      expect(await Promise.all([...yes, ...no].map((host) => reader.rules.allowsHost(host)))).toEqual([
        ...yes.map(() => true),
        ...no.map(() => false),
      ]);
    });

    it('belong to a site, in the order of making', async () => {
      await writer.rules.add(rule('x', NOON + 1));
      await writer.rules.add(rule('y', NOON));
      await writer.rules.add(rule('z', NOON, 'other.example'));
      expect(await reader.rules.list(SITE.id)).toEqual([rule('y', NOON), rule('x', NOON + 1)]);
      expect(await writer.rules.remove('x')).toBe(true);
      expect(await writer.rules.remove('x')).toBe(false);
      expect((await reader.rules.list(SITE.id)).map((one) => one.id)).toEqual(['y']);
    });
  });
}
