import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, NOON, type Opened } from './opened.ts';

const page = (n: number, more = {}) => ({
  ...{ id: `p${n}`, source: `https://bob.example/${n}`, format: 'csv', group: 'bob.example' },
  ...more,
});
const NOTHING = { links: 0, fresh: 0, reason: 'No.' };
const WEEK = 168 * HOUR;

export function describeLinkingPages(opened: () => Opened): void {
  describe('pages that are said to link here', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const lineUp = (at: number, mostOfGroup = 9) => writer.imports.lineUp({ at, most: 9, mostOfGroup });

    it('are kept once, wait for their place in the line, and are searched once', async () => {
      const { linkingPages } = writer;
      expect(await linkingPages.add([page(1), page(2), page(1)], NOON, 0)).toEqual([true, true, false]);
      expect(await reader.linkingPages.missing([page(1), page(3)], 0)).toEqual([false, true]);
      expect(await reader.linkingPages.byId('p1')).toEqual(page(1));
      expect(await reader.linkingPages.byId('p3')).toBeUndefined();
      expect(await lineUp(NOON, 1)).toBe(2);
      // The chore, and one of the two.
      expect((await reader.jobs.counts()).waiting).toBe(2);
      await linkingPages.searched('p2', NOON, { ...NOTHING, links: 7 });
      const [first] = ['p1', 'p2'];
      await linkingPages.searched(first, NOON + 1, { links: 2, fresh: 1, reason: 'Yes.' });
      await linkingPages.searched(first, NOON + 2, NOTHING);
      await lineUp(NOON + 2);
      await linkingPages.searched('p2', NOON + 3, NOTHING);
      expect(await reader.linkingPages.counts()).toEqual({ waiting: 0, searched: 2, withLinks: 1, links: 2 });
      const all = await reader.linkingPages.list({ without: false, limit: 9 });
      expect(all.map(({ id, lookedAt, links }) => [id, lookedAt, links])).toEqual([
        ['p2', NOON + 3, 0],
        ['p1', NOON + 1, 2],
      ]);
      const after = { lookedAt: NOON + 3, id: 'p2' };
      expect((await reader.linkingPages.list({ without: false, after, limit: 9 })).map(({ id }) => id)).toEqual(['p1']);
      expect((await reader.linkingPages.list({ without: true, limit: 9 })).map(({ id }) => id)).toEqual(['p2']);
    });

    it('are searched anew when they are named later, forgotten in time, and given up when nothing is heard', async () => {
      const { linkingPages } = writer;
      await linkingPages.add([page(1), page(2)], NOON, 0);
      await lineUp(NOON);
      await linkingPages.searched('p1', NOON, NOTHING);
      expect(await linkingPages.add([page(1), page(2)], NOON + HOUR, NOON)).toEqual([false, false]);
      expect(await linkingPages.add([page(1)], NOON + HOUR, NOON + 1)).toEqual([true]);
      expect(await lineUp(NOON + WEEK)).toBe(2);
      expect(await lineUp(NOON + WEEK + 1)).toBe(1);
      expect((await reader.linkingPages.list({ without: false, limit: 9 })).map(({ id }) => id)).toEqual(['p2']);
      await linkingPages.tidy(NOON + 2 * WEEK);
      await linkingPages.remove('p1');
      expect(await reader.linkingPages.counts()).toEqual({ waiting: 0, searched: 0, withLinks: 0, links: 0 });
    });
  });
}
