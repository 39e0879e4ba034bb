import { beforeEach, describe, expect, it } from 'vitest';
import type { Subscription, WatchedPage } from '../../../src/ports/index.ts';
import { NOON, type Opened } from './opened.ts';

const SITE = 'home.example';
const page = (key: string, changes: Partial<WatchedPage> = {}): WatchedPage => ({
  key,
  url: `https://home.example/${key}`,
  mark: 'm',
  version: undefined,
  listed: true,
  dueAt: undefined,
  tries: 0,
  ...changes,
});

export function describeListings(opened: () => Opened): void {
  describe('listings', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('are known once remembered, and hurried only then', async () => {
      await writer.listings.hurry(SITE, 1);
      expect(await reader.listings.known(SITE)).toBeUndefined();
      const listing = {
        site: SITE,
        address: 'https://home.example/feed',
        kind: 'feed',
        since: '',
        lookAt: NOON,
        answer: undefined,
      } as const;
      await writer.listings.remember({ ...listing, since: 'all', answer: '{}' });
      expect(await reader.listings.known(SITE)).toEqual({ ...listing, since: 'all', answer: '{}' });
      await writer.listings.remember(listing);
      expect(await reader.listings.known(SITE)).toEqual(listing);
      await writer.listings.hurry(SITE, 1);
      expect(await reader.listings.known(SITE)).toEqual({ ...listing, lookAt: 1 });
    });

    it('have their pages in order, each as it was saved last', async () => {
      await writer.listings.save(SITE, [page('c'), page('a'), page('b')]);
      await writer.listings.save(SITE, [page('b', { mark: undefined, version: 'v', listed: false, tries: 3 })]);
      expect(await reader.listings.pages(SITE, '', 2)).toEqual([
        page('a'),
        page('b', { mark: undefined, version: 'v', listed: false, tries: 3 }),
      ]);
      expect(await reader.listings.pages(SITE, 'b', 2)).toEqual([page('c')]);
      expect(await reader.listings.pages('other.example', '', 2)).toEqual([]);
    });

    it('tell which pages are due, the longest first', async () => {
      expect(await reader.listings.nextDue(SITE)).toBeUndefined();
      const due = [page('a', { dueAt: NOON + 2 }), page('b', { dueAt: NOON + 1 }), page('c', { dueAt: NOON + 9 })];
      await writer.listings.save(SITE, [...due, page('d')]);
      expect(await reader.listings.nextDue(SITE)).toBe(NOON + 1);
      expect((await reader.listings.due(SITE, NOON + 2, 9)).map(({ key }) => key)).toEqual(['b', 'a']);
      expect(await reader.listings.due(SITE, NOON + 2, 1)).toHaveLength(1);
    });

    it('that are hurried have pages tried at once that were to come, and that try does not count', async () => {
      const waits = page('waits', { dueAt: NOON + 9, tries: 3 });
      const others = [
        page('ahead', { dueAt: NOON + 9 }),
        page('done'),
        page('due', { dueAt: NOON - 1, tries: 2 }),
        page('left', { dueAt: NOON + 9, tries: 3, listed: false }),
      ];
      await writer.listings.save(SITE, [...others, waits]);
      await writer.listings.hurry('other.example', NOON);
      expect((await reader.listings.pages(SITE, 'left', 9))[0]).toEqual(waits);
      await writer.listings.hurry(SITE, NOON);
      await writer.listings.hurry(SITE, NOON + 1);
      expect(await reader.listings.pages(SITE, '', 9)).toEqual([...others, { ...waits, dueAt: NOON, tries: 2 }]);
    });

    it('go with their site', async () => {
      await writer.listings.save(SITE, [page('a')]);
      await writer.listings.remember({ site: SITE, address: 'x', kind: 'folder', since: '', lookAt: 1, answer: '{}' });
      await writer.sites.remove(SITE);
      expect(await reader.listings.pages(SITE, '', 9)).toEqual([]);
      expect(await reader.listings.known(SITE)).toBeUndefined();
    });
  });

  describe('subscriptions', () => {
    it('are one a site, found by it and by their id', async () => {
      const { writer, reader } = opened();
      const first: Subscription = {
        ...{ site: SITE, id: 'i', hub: 'https://hub.example/', topic: 'https://home.example/feed', secret: 's' },
        ...{ state: 'asked', since: NOON, until: undefined },
      };
      await writer.hubs.save(first);
      expect(await reader.hubs.byId('i')).toEqual(first);
      const second: Subscription = { ...first, id: 'j', state: 'active', until: NOON + 1 };
      await writer.hubs.save(second);
      expect([await reader.hubs.bySite(SITE), await reader.hubs.byId('i')]).toEqual([second, undefined]);
      await writer.sites.remove(SITE);
      expect(await reader.hubs.bySite(SITE)).toEqual(second);
      await writer.hubs.remove(SITE);
      expect(await reader.hubs.bySite(SITE)).toBeUndefined();
    });
  });
}
