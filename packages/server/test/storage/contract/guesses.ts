import { beforeEach, describe, expect, it } from 'vitest';
import type { GuessHeard } from '../../../src/ports/index.ts';
import { HOUR, NOON, type Opened } from './opened.ts';

const SECOND = 1_000;

export function describeGuesses(opened: () => Opened): void {
  describe('guesses of passwords', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const alice = (block: string | undefined) => ({ account: 'alice', block });
    const waitOf = (heard: GuessHeard) => (heard.ok ? 0 : heard.waitMs);

    it('are counted for all processes together: after five each further one doubles the wait, to a quarter of an hour', async () => {
      for (let n = 0; n < 5; n += 1)
        expect((await [writer, reader][n % 2]?.guesses.begin(alice(`192.0.2.${n}`), NOON))?.ok).toBe(true);
      let now = NOON;
      for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
        expect(waitOf(await reader.guesses.begin(alice('198.51.100.1'), now))).toBe(seconds * SECOND);
        now += seconds * SECOND;
        expect((await writer.guesses.begin(alice('203.0.113.1'), now)).ok).toBe(true);
      }
      expect((await reader.guesses.begin({ account: 'bob', block: '198.51.100.1' }, now)).ok).toBe(true);
      expect((await reader.guesses.begin(alice('198.51.100.1'), now + 25 * HOUR)).ok).toBe(true);
    });

    it('a block of addresses has twenty an hour, whatever the account', async () => {
      const one = (n: number) => ({ account: `somebody ${n}`, block: '192.0.2.1' });
      for (let n = 0; n < 20; n += 1) expect((await writer.guesses.begin(one(n), NOON + n)).ok).toBe(true);
      expect(waitOf(await reader.guesses.begin(one(20), NOON + 30))).toBe(HOUR - 30);
      expect((await reader.guesses.begin({ ...one(20), block: '192.0.2.2' }, NOON + 30)).ok).toBe(true);
      expect((await reader.guesses.begin(one(20), NOON + HOUR)).ok).toBe(true);
    });

    it('those that come all at once do not slip through', async () => {
      const all = Array.from({ length: 12 }, (_, n) =>
        (n % 2 ? writer : reader).guesses.begin(alice(`192.0.2.${n}`), NOON),
      );
      expect((await Promise.all(all)).filter(({ ok }) => ok)).toHaveLength(5);
    });

    it('what was right is forgotten, and its block is known from then on: guessing elsewhere does not lock it out', async () => {
      const home = alice('192.0.2.1');
      for (let n = 0; n < 4; n += 1) await writer.guesses.begin(home, NOON);
      const heard = await writer.guesses.begin(home, NOON);
      if (!heard.ok) throw new Error('not heard');
      await writer.guesses.succeeded(home, heard.ticket, NOON);
      for (let n = 0; n < 5; n += 1) expect((await reader.guesses.begin(alice(`198.51.100.${n}`), NOON)).ok).toBe(true);
      expect(waitOf(await reader.guesses.begin(alice('198.51.100.9'), NOON))).toBe(SECOND);
      expect((await reader.guesses.begin(home, NOON)).ok).toBe(true);
      // There too, but by itself.
      for (let n = 0; n < 4; n += 1) await reader.guesses.begin(home, NOON);
      expect(waitOf(await writer.guesses.begin(home, NOON))).toBe(SECOND);
    });

    it('what was not decided counts for nothing', async () => {
      for (let n = 0; n < 30; n += 1) {
        const heard = await writer.guesses.begin(alice('192.0.2.1'), NOON);
        if (!heard.ok) throw new Error(`not heard after ${n}`);
        await reader.guesses.undecided(heard.ticket);
      }
    });
  });
}
