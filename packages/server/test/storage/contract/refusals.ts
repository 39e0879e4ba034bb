import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/mention.ts';
import { DAY, NOON, type Opened } from './opened.ts';

function refusal(name: string, more: Partial<Refusal> = {}): Omit<Refusal, 'repeats'> {
  const source = `https://${name}.example/`;
  const where = { site: 'home.example', protocol: 'pingback', target: 'https://home.example/x' } as const;
  return { id: `id-${name}`, source, ...where, reason: 'no such page', at: NOON, ...more };
}

export function describeRefusals(opened: () => Opened): void {
  describe('refusals', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('are kept and read, newest first', async () => {
      expect(await writer.refusals.add(refusal('a'))).toBe('id-a');
      await writer.refusals.add(refusal('b', { at: NOON + 1, site: 'other.example' }));
      expect(await reader.refusals.byId('id-a')).toEqual({ ...refusal('a'), repeats: 0 });
      expect(await reader.refusals.byId('nobody')).toBeUndefined();
      const ids = async (filter: object) => (await reader.refusals.list({ limit: 9, ...filter })).map((row) => row.id);
      expect(await ids({})).toEqual(['id-b', 'id-a']);
      expect(await ids({ limit: 1 })).toEqual(['id-b']);
      expect(await ids({ site: 'home.example' })).toEqual(['id-a']);
      for (const name of ['d', 'c']) await writer.refusals.add(refusal(name));
      expect(await ids({})).toEqual(['id-b', 'id-d', 'id-c', 'id-a']);
      expect(await ids({ before: { at: NOON, id: 'id-d' } })).toEqual(['id-c', 'id-a']);
      expect(await ids({ before: { at: NOON + 1, id: '' } })).toEqual(['id-d', 'id-c', 'id-a']);
      expect(await ids({ site: 'other.example', before: { at: NOON + 1, id: 'id-b' } })).toEqual([]);
    });

    it('repeats are counted under the first id, also when they come at once', async () => {
      const adds = ['a', 'x', 'y'].map((id) => writer.refusals.add(refusal('a', { id, at: NOON + 5 })));
      const ids = await Promise.all(adds);
      expect(new Set(ids).size).toBe(1);
      expect(await reader.refusals.byId(ids[0] as string)).toMatchObject({ repeats: 2, at: NOON + 5 });
      expect(await writer.refusals.add(refusal('a', { id: 'other', reason: 'blocked' }))).toBe('other');
    });

    it('older than thirty days go', async () => {
      await writer.refusals.add(refusal('old'));
      await writer.refusals.add(refusal('again'));
      await writer.refusals.add(refusal('again', { at: NOON + 2 * DAY }));
      await writer.refusals.add(refusal('new', { at: NOON + 31 * DAY }));
      const rows = await reader.refusals.list({ limit: 9 });
      expect(rows.map((row) => row.id)).toEqual(['id-new', 'id-again']);
    });

    it('the ring of a site holds ten thousand', async () => {
      await writer.refusals.add(refusal('elsewhere', { site: 'other.example' }));
      const adds = Array.from({ length: 10_005 }, (_, n) => writer.refusals.add(refusal(`n${n}`)));
      await Promise.all(adds);
      const rows = await reader.refusals.list({ site: 'home.example', limit: 20_000 });
      expect(rows).toHaveLength(10_000);
      const kept = new Set(rows.map(({ id }) => id));
      expect([kept.has('id-n4'), kept.has('id-n5')]).toEqual([false, true]);
      expect(await reader.refusals.byId('id-elsewhere')).toBeDefined();
    }, 30_000);
  });
}
