import type { Kind } from '@hearback/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PublicQuery } from '../../../src/ports/index.ts';
import { NOON, type Opened } from './opened.ts';
import { ALL_PUBLIC, newMention, publish, step, TARGET } from './samples.ts';

const OTHER = 'https://home.example/other';

/** Name, page, kind, when it says it was written, last looked at; published in this order. */
const ROWS: readonly [string, string, Kind, string, number][] = [
  ['a', TARGET, 'mention', '2026-03-01', 30],
  ['b', TARGET, 'like', '', 10],
  ['c', OTHER, 'like', '2026-02-01', 40],
  ['d', TARGET, 'reply', '2026-01-01', 20],
];

const QUERIES: readonly [string, Partial<PublicQuery>, string][] = [
  ['first to last', {}, 'abd'],
  ['last to first', { direction: 'down' }, 'dba'],
  ['several pages', { targetKeys: [TARGET, OTHER] }, 'abcd'],
  ['a page nobody mentions', { targetKeys: ['https://home.example/none'] }, ''],
  ['a whole site', { targetKeys: [], sites: ['home.example'] }, 'abcd'],
  ['another site', { targetKeys: [], sites: ['other.example'] }, ''],
  ['a page of another site', { sites: ['other.example'] }, ''],
  ['neither page nor site', { targetKeys: [] }, ''],
  ['one kind', { kinds: ['like'] }, 'b'],
  ['two kinds', { kinds: ['like', 'reply'] }, 'bd'],
  ['after a number', { sinceId: 2 }, 'd'],
  ['after a moment', { since: NOON + 1 }, 'd'],
  ['by last change', { sortBy: 'updated' }, 'bda'],
  ['changed since', { changedSince: NOON + 20 }, 'ad'],
  ['by its own date, else when it became public', { sortBy: 'published' }, 'dab'],
];

export function describePublished(opened: () => Opened): void {
  describe('published', () => {
    let { writer, reader }: Opened = {} as Opened;

    it('at hosts are those of the sites there, and no others', async () => {
      const [home, near] = ['pair.example', 'pair.example:81'];
      const site = { name: '', feed: undefined, sitemap: undefined, receive: true, send: false, announce: false };
      for (const id of ['one', 'two']) await writer.sites.configure({ ...site, id, url: `https://${home}/${id}/` });
      const rows = [
        [`${home}/one/v`, 'one'],
        [`${home}/two/w`, 'two'],
        [`${home}/gone/x`, 'gone'],
        [`${near}/y`, 'one'],
        [`${home}.example/z`, 'one'],
      ] as const;
      for (const [targetKey, site] of rows)
        await publish(writer, targetKey.slice(-1), NOON, { site, targetKey, target: `https://${targetKey}` });
      const found = async (hosts: readonly string[], more: Partial<PublicQuery> = {}) => {
        const { rows, total } = await reader.mentions.published({
          ...ALL_PUBLIC,
          targetKeys: [],
          sites: 'all',
          hosts,
          ...more,
        });
        expect(rows).toHaveLength(total);
        return rows.map(({ target }) => target.slice(-1)).join('');
      };
      expect(await found([home])).toBe('vw');
      expect(await found([home, near])).toBe('vwy');
      expect(await found([home], { sites: ['two'] })).toBe('w');
      expect(await found([home], { changedSince: NOON, sortBy: 'updated', direction: 'down' })).toBe('wv');
      await writer.mentions.moderate('id-v', 'rejected', undefined, step(NOON + 1));
      const gone = { targetKeys: [], sites: 'all', hosts: [home], limit: 9, offset: 0 } as const;
      expect((await reader.tombstones.list(gone)).total).toBe(1);
      expect((await reader.tombstones.list({ ...gone, hosts: [near] })).total).toBe(0);
    });

    beforeEach(async () => {
      ({ writer, reader } = opened());
      for (const [index, [name, targetKey, kind, published, looked]] of ROWS.entries()) {
        const id = await publish(writer, name, NOON + index, { targetKey });
        const entry = {
          kind,
          rsvp: '' as const,
          title: '',
          author: { name: '', url: '', photo: '' },
          excerpt: '',
          published,
        };
        await writer.mentions.recordCheck(id, { link: 'live', checkedAt: NOON + looked, entry }, []);
      }
      await writer.mentions.accept(newMention('hidden'));
    });

    it.each(QUERIES)('%s', async (_name, more, names) => {
      const { rows, total } = await reader.mentions.published({ ...ALL_PUBLIC, ...more });
      expect(rows.map((row) => row.id.replace('id-', '')).join('')).toBe(names);
      expect(total).toBe(names.length);
    });

    it('counts all of them, whatever the page', async () => {
      const { rows, total } = await reader.mentions.published({ ...ALL_PUBLIC, limit: 1, offset: 1 });
      expect([rows.map((row) => row.id), total]).toEqual([['id-b'], 3]);
    });

    it('counts by kind', async () => {
      expect(await reader.mentions.counts([TARGET])).toEqual({ mention: 1, like: 1, reply: 1 });
      expect(await reader.mentions.counts([TARGET, OTHER])).toEqual({ mention: 1, like: 2, reply: 1 });
      expect(await reader.mentions.counts([])).toEqual({});
    });
  });
}
