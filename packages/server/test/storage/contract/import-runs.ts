import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../../src/import-run.ts';
import { MINUTE, NOON, type Opened } from './opened.ts';

const COUNTS = { read: 0, taken: { approved: 0, pending: 0, named: 0 }, linking: 0, skipped: {} };

function newRun(id: string, more: Partial<ImportRun> = {}): ImportRun {
  return {
    ...{ id, site: '', name: 'file.xml', by: 'Alice', size: 5_000_000_000, begunAt: NOON, how: { isDry: true } },
    ...{ done: 0, heldUntil: 0, counts: COUNTS, endedAt: undefined, problem: '' },
    ...more,
  };
}

export function describeImportRuns(opened: () => Opened): void {
  describe('files that were given', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('are held by one process at a time, and told of until they end', async () => {
      expect(await writer.importRuns.add(newRun('a'))).toBe(true);
      expect(await reader.importRuns.byId('a')).toEqual(newRun('a'));
      const held = await Promise.all([1, 2].map(() => writer.importRuns.hold('a', NOON, NOON + MINUTE)));
      expect(held.filter((run) => run !== undefined)).toHaveLength(1);
      const skips = ['1', '2'].map((n) => ({ place: `line ${n}`, why: 'spam', what: `https://bob.example/${n}` }));
      const counts = { read: 2, taken: { approved: 1, pending: 0, named: 0 }, linking: 0, skipped: { spam: 2 } };
      const progress = { done: 3_000_000_000, heldUntil: NOON + 2 * MINUTE };
      expect(await writer.importRuns.advance('a', { ...progress, counts, skips })).toBe(true);
      expect(await writer.importRuns.advance('a', progress)).toBe(true);
      expect(await reader.importRuns.byId('a')).toMatchObject({ ...progress, counts });
      expect(await reader.importRuns.skips('a', 1, 9)).toEqual([{ n: 2, ...skips[1] }]);
      // Left by a process that was killed.
      expect(await writer.importRuns.hold('a', NOON + MINUTE, NOON + 9 * MINUTE)).toBeUndefined();
      expect(await writer.importRuns.hold('a', NOON + 2 * MINUTE, NOON + 9 * MINUTE)).toMatchObject({ counts });
      expect(await writer.importRuns.end('a', NOON + 1, 'line 7: no.')).toBe(true);
      expect(await writer.importRuns.end('a', NOON + 2, '')).toBe(false);
      expect(await writer.importRuns.advance('a', progress)).toBe(false);
      expect(await writer.importRuns.hold('a', NOON + 99 * MINUTE, NOON + 100 * MINUTE)).toBeUndefined();
      expect(await reader.importRuns.byId('a')).toMatchObject({ endedAt: NOON + 1, problem: 'line 7: no.' });
    });

    it('are not more than five unread, and the last hundred are remembered', async () => {
      for (let n = 0; n < 105; n += 1) {
        await writer.importRuns.add(newRun(`r${n}`, { begunAt: NOON + n, site: n % 2 === 0 ? 'home.example' : '' }));
        if (n < 101) await writer.importRuns.end(`r${n}`, NOON, '');
      }
      expect(await writer.importRuns.add(newRun('last'))).toBe(true);
      expect(await writer.importRuns.add(newRun('more'))).toBe(false);
      expect(await reader.importRuns.byId('more')).toBeUndefined();
      expect((await reader.importRuns.list({ limit: 2, site: 'home.example' })).map(({ id }) => id)).toEqual([
        'r104',
        'r102',
      ]);
      expect(await reader.importRuns.list({ limit: 999 })).toHaveLength(105);
      expect(await reader.importRuns.byId('r0')).toBeUndefined();
      expect(await reader.importRuns.skips('none', 0, 9)).toEqual([]);
    });
  });
}
