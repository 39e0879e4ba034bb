import type { Entry } from '@hearback/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Site } from '../../../src/site.ts';
import { MINUTE, NOON, type Opened } from './opened.ts';
import { ALL_PUBLIC, publish, step, TARGET } from './samples.ts';

const SITE: Site = {
  id: 'home.example',
  url: 'https://home.example/',
  name: 'Home',
  feed: undefined,
  sitemap: undefined,
  receive: true,
  send: false,
  announce: false,
};
const HOOK = { url: 'https://build.example/hook' };
const entry = (title: string): Entry => ({
  kind: 'mention',
  rsvp: '',
  title,
  author: { name: '', url: '', photo: '' },
  excerpt: '',
  published: '',
});

export function describeTombstones(opened: () => Opened): void {
  describe('what readers saw and do not see any more', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    const all = { targetKeys: [], sites: ['home.example'], limit: 100, offset: 0 };
    const stones = async (more = {}) =>
      (await reader.tombstones.list({ ...all, ...more })).rows.map(({ id, deletedAt }) => [id, deletedAt - NOON]);
    const decide = (name: string, to: 'approved' | 'rejected' | 'spam' | 'pending', at: number) =>
      writer.mentions.moderate(`id-${name}`, to, undefined, step(at));

    it('a decision against it leaves a stone, and coming back takes it away', async () => {
      await publish(writer, 'a');
      expect(await stones()).toEqual([]);
      await decide('a', 'rejected', NOON + 5);
      expect(await stones()).toEqual([[1, 5]]);
      await decide('a', 'spam', NOON + 6);
      expect(await stones()).toEqual([[1, 5]]);
      await decide('a', 'approved', NOON + 7);
      expect(await stones()).toEqual([]);
      expect(await reader.mentions.byId('id-a')).toMatchObject({ publicId: 1, publicAt: NOON });
    });

    it('a lost link leaves one, a page out of reach does not, nor what never was public', async () => {
      await publish(writer, 'a');
      await writer.mentions.recordCheck('id-a', { link: 'unreachable', checkedAt: NOON + 1 }, []);
      expect(await stones()).toEqual([]);
      await writer.mentions.recordCheck('id-a', { link: 'lost', checkedAt: NOON + 2 }, []);
      expect(await stones()).toEqual([[1, 2]]);
      await publish(writer, 'b');
      await decide('b', 'rejected', NOON + 3);
      expect((await stones({ targetKeys: [TARGET] })).length).toBe(2);
    });

    it('asks by time, number, page and site, the last withdrawn first', async () => {
      for (const name of ['a', 'b', 'c']) await publish(writer, name, NOON, { targetKey: `page-${name}` });
      for (const name of ['c', 'a', 'b']) await decide(name, 'rejected', NOON + 9);
      // Three of one millisecond: each has a moment of its own.
      expect(await stones()).toEqual([
        [2, 11],
        [1, 10],
        [3, 9],
      ]);
      expect(await stones({ since: NOON + 10 })).toEqual([[2, 11]]);
      expect(await stones({ sinceId: 2 })).toEqual([[3, 9]]);
      expect(await stones({ targetKeys: ['page-a'] })).toEqual([[1, 10]]);
      expect(await stones({ limit: 1, offset: 1 })).toEqual([[1, 10]]);
      expect(await stones({ sites: ['other.example'] })).toEqual([]);
      expect(await reader.tombstones.list({ ...all, sites: [] })).toEqual({ rows: [], total: 0 });
    });

    it('a clock that was set back and one millisecond put no publication behind another', async () => {
      await publish(writer, 'a', NOON + 10);
      await publish(writer, 'b', NOON + 10);
      await publish(writer, 'c', NOON - 5_000);
      const { rows } = await reader.mentions.published(ALL_PUBLIC);
      expect(rows.map(({ publicId, publicAt = 0 }) => [publicId, publicAt - NOON])).toEqual([
        [1, 10],
        [2, 11],
        [3, 12],
      ]);
    });

    it('a change is what readers would see: an edit, and not another look at the same page', async () => {
      const id = await publish(writer, 'a');
      const look = (at: number, title: string) =>
        writer.mentions.recordCheck(id, { link: 'live', checkedAt: at, entry: entry(title) }, []);
      await look(NOON + 10, 'one');
      await look(NOON + 20, 'one');
      const since = async (at: number) =>
        (await reader.mentions.published({ ...ALL_PUBLIC, changedSince: at })).rows.length;
      expect([await since(NOON + 10), await since(NOON + 11)]).toEqual([1, 0]);
      await look(NOON + 30, 'two');
      expect(await since(NOON + 30)).toBe(1);
    });

    it('goes on after a number, so that what is withdrawn meanwhile moves no page', async () => {
      for (const name of ['a', 'b', 'c']) await publish(writer, name);
      await decide('a', 'rejected', NOON);
      const after = async (direction: 'up' | 'down') =>
        (await reader.mentions.published({ ...ALL_PUBLIC, direction, after: 2 })).rows.map(({ publicId }) => publicId);
      expect([await after('up'), await after('down')]).toEqual([[3], []]);
    });

    it('a build is due a minute after the first of several changes, where somebody is to be told', async () => {
      const due = () => reader.jobs.nextStart(['hook']);
      await writer.sites.configure(SITE);
      await publish(writer, 'a');
      expect(await due()).toBeUndefined();
      await writer.sites.configure({ ...SITE, buildHook: HOOK });
      await publish(writer, 'b', NOON + 1);
      await publish(writer, 'c', NOON + 2);
      await decide('b', 'rejected', NOON + 3);
      expect(await due()).toBe(NOON + 1 + MINUTE);
      expect((await reader.jobs.counts()).waiting).toBe(4);
    });

    it('the desk switches off the build hook of the configuration', async () => {
      await writer.sites.configure({ ...SITE, buildHook: HOOK });
      await writer.sites.setSwitches(SITE.id, { buildHook: null });
      await publish(writer, 'a');
      expect(await reader.jobs.nextStart(['hook'])).toBeUndefined();
      expect((await reader.sites.list())[0]?.buildHook).toBeUndefined();
    });
  });
}
