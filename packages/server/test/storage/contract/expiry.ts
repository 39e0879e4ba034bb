import { beforeEach, describe, expect, it } from 'vitest';
import type { TraceStep } from '../../../src/trace.ts';
import { DAY, NOON, type Opened } from './opened.ts';
import { newMention } from './samples.ts';

const hashOf = async (pair: { sourceKey: string }) => `hash of ${pair.sourceKey}`;

export function describeExpiry(opened: () => Opened): void {
  describe('expiry', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    const step = (at: number, name: TraceStep['step'] = 'verified'): TraceStep => ({
      ...{ at, step: name, outcome: 'x', reason: 'x' },
    });
    const accept = async (name: string, to: 'spam' | 'rejected' | 'pending' | 'approved', at = NOON) => {
      const mention = { ...newMention(name), site: 's', receivedAt: at };
      const { id } = await writer.mentions.accept(mention);
      await writer.mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at }, [step(at)]);
      if (to !== 'pending') await writer.mentions.moderate(id, to, undefined, step(at, 'moderated'));
      return { ...mention, id };
    };
    const expire = (moderation: 'spam' | 'rejected', before: number, limit = 9) =>
      writer.expiry.mentions({ site: 's', moderation, before, limit, at: NOON, hashOf });

    it('takes the spam that is old enough, a few at a time, and knows each pair afterwards', async () => {
      const old = [await accept('a', 'spam'), await accept('b', 'spam'), await accept('c', 'spam')];
      const kept = [
        await accept('d', 'spam', NOON + DAY),
        await accept('e', 'rejected'),
        await accept('f', 'approved'),
        await accept('g', 'pending'),
      ];
      expect(await expire('spam', NOON + DAY, 2)).toBe(2);
      expect(await expire('spam', NOON + DAY, 2)).toBe(1);
      expect(await expire('spam', NOON + DAY, 2)).toBe(0);
      for (const { id, sourceKey } of old) {
        expect(await reader.mentions.byId(id)).toBeUndefined();
        expect(await reader.mentions.trace(id)).toEqual([]);
        expect(await reader.forgotten.has(`hash of ${sourceKey}`)).toBe(true);
      }
      for (const { id } of kept) expect(await reader.mentions.byId(id)).toBeDefined();
      expect(await expire('rejected', NOON + DAY)).toBe(1);
    });

    it('waits for what was announced or decided since, and never takes what was public', async () => {
      const { id } = await accept('a', 'approved');
      await writer.mentions.moderate(id, 'spam', undefined, step(NOON, 'moderated'));
      const again = await accept('b', 'spam');
      await writer.mentions.accept({ ...newMention('b'), site: 's', receivedAt: NOON + 5 * DAY });
      expect(await expire('spam', NOON + DAY)).toBe(0);
      expect(await reader.mentions.byId(again.id)).toBeDefined();
      expect(await reader.mentions.byId(id)).toMatchObject({ moderation: 'spam' });
    });

    it('what it took stays counted', async () => {
      await accept('a', 'spam');
      await expire('spam', NOON + DAY);
      const day = Math.floor(NOON / DAY);
      expect(await reader.counts.daily({ sites: ['s'], name: 'mention', from: day, to: day })).toEqual([
        { day, key: 'spam', count: 1 },
      ]);
    });

    it('takes refusals', async () => {
      const refusal = { site: 's', protocol: 'pingback', target: 't', reason: 'No.' } as const;
      for (const n of [1, 2, 3])
        await writer.refusals.add({ ...refusal, id: `r${n}`, source: `https://a.example/${n}`, at: NOON + n });
      expect(await writer.expiry.refusals({ site: 's', before: NOON + 3, limit: 1 })).toBe(1);
      expect(await writer.expiry.refusals({ site: 's', before: NOON + 3, limit: 9 })).toBe(1);
      expect((await reader.refusals.list({ limit: 9 })).map(({ id }) => id)).toEqual(['r3']);
    });

    it('takes the steps of a trace that decide nothing, of the sites that say so', async () => {
      const { id } = await accept('a', 'spam');
      for (let n = 1; n <= 5; n += 1) await writer.mentions.note(id, step(NOON + n));
      const before = new Map([['s', NOON + 4]]);
      const first = await writer.expiry.steps({ before, after: undefined, limit: 2 });
      expect(first).toMatchObject({ removed: 2, next: { subject: id } });
      const second = await writer.expiry.steps({ before, after: first.next, limit: 9 });
      expect(second).toEqual({ removed: 2, next: undefined });
      expect((await reader.mentions.trace(id)).map(({ at, step: name }) => [at, name])).toEqual([
        [NOON, 'received'],
        [NOON, 'moderated'],
        [NOON + 4, 'verified'],
        [NOON + 5, 'verified'],
      ]);
      const other = { before: new Map([['elsewhere', NOON + 99]]), after: undefined, limit: 9 };
      expect(await writer.expiry.steps(other)).toMatchObject({ removed: 0 });
    });
  });
}
