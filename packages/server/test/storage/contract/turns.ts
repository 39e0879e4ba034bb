import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, NOON, type Opened } from './opened.ts';

export function describeTurns(opened: () => Opened): void {
  describe('turns', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const one = (name: string, gapMs: number) => [{ name, gapMs }];

    it('are taken one after the other, whichever process asks', async () => {
      const gap = 20_000;
      expect(await writer.turns.take(one('a.example', gap), NOON)).toBe(NOON);
      expect(await reader.turns.take(one('a.example', gap), NOON + 1)).toBe(NOON + gap);
      // It is the turn before that says how long.
      expect(await reader.turns.take(one('a.example', 1), NOON + 1)).toBe(NOON + gap);
      expect(await reader.turns.take(one('b.example', gap), NOON + 1)).toBe(NOON + 1);
      expect(await writer.turns.take(one('a.example', gap), NOON + gap)).toBe(NOON + gap);
      expect(await writer.turns.take(one('free.example', 0), NOON)).toBe(NOON);
      expect(await writer.turns.take(one('free.example', 0), NOON)).toBe(NOON);
    });

    it('several are taken together or not at all', async () => {
      await writer.turns.take(one('b', 5_000), NOON);
      const both = [...one('a', 1_000), ...one('b', 1_000)];
      expect(await reader.turns.take(both, NOON)).toBe(NOON + 5_000);
      expect(await reader.turns.take(one('a', 1_000), NOON)).toBe(NOON);
    });

    it('two who ask at once do not both get the turn', async () => {
      const asked = [writer, reader, writer].map((store) => store.turns.take(one('a.example', 5_000), NOON));
      expect((await Promise.all(asked)).filter((at) => at === NOON)).toHaveLength(1);
    });

    it('are given back, or closed for longer', async () => {
      await writer.turns.take(one('a', 45_000), NOON);
      await writer.turns.close('a', NOON + 1_000, NOON + 3_000);
      expect(await reader.turns.closedUntil('a', NOON + 2_000)).toBe(NOON + 3_000);
      expect(await reader.turns.closedUntil('a', NOON + 3_000)).toBeUndefined();
      await writer.turns.close('a', NOON, NOON + 24 * HOUR);
      expect(await reader.turns.take(one('a', 1_000), NOON + HOUR)).toBe(NOON + 24 * HOUR);
      await writer.turns.close('a', NOON, NOON);
      expect(await reader.turns.take(one('a', 1_000), NOON)).toBe(NOON);
      expect(await reader.turns.closedUntil('nobody', NOON)).toBeUndefined();
    });

    it('R18: a turn taken by a clock that was years ahead closes the host for one gap only', async () => {
      await writer.turns.take(one('a.example', 5_000), NOON + 10_000 * HOUR);
      expect(await reader.turns.take(one('a.example', 20_000), NOON)).toBe(NOON + 5_000);
      expect(await reader.turns.closedUntil('a.example', NOON)).toBe(NOON + 5_000);
    });
  });

  describe('whom not to tell', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    it('is a list without repeats', async () => {
      expect(await writer.dontTell.add('b.example', NOON)).toBe(true);
      expect(await writer.dontTell.add('a.example/x', NOON)).toBe(true);
      expect(await writer.dontTell.add('b.example', NOON)).toBe(false);
      expect(await reader.dontTell.list()).toEqual(['a.example/x', 'b.example']);
      expect(await writer.dontTell.remove('b.example')).toBe(true);
      expect(await writer.dontTell.remove('b.example')).toBe(false);
      expect(await reader.dontTell.list()).toEqual(['a.example/x']);
    });
  });
}
