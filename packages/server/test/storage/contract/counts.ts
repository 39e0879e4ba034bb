import { beforeEach, describe, expect, it } from 'vitest';
import type { ModerationState } from '../../../src/mention.ts';
import type { Counted } from '../../../src/ports/counts.ts';
import { dayOf } from '../../../src/ports/counts.ts';
import { DAY, NOON, type Opened } from './opened.ts';
import { newDelivery, newMention } from './samples.ts';

const TODAY = dayOf(NOON);

export function describeCounts(opened: () => Opened): void {
  describe('the counts of a day', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    const accept = (name: string, at = NOON) =>
      writer.mentions.accept({ ...newMention(name), site: 's', receivedAt: at });
    const counts = async (name: Counted, from = TODAY, to = TODAY) =>
      Object.fromEntries(
        (await reader.counts.daily({ sites: ['s'], name, from, to })).map(({ key, count }) => [key, count]),
      );
    const look = (id: string, link: 'live' | 'absent', at = NOON) =>
      writer.mentions.recordCheck(id, { link, checkedAt: at, lastSeenAt: at }, []);
    const decide = (id: string, to: ModerationState, at = NOON) =>
      writer.mentions.moderate(id, to, undefined, { at, step: 'moderated', outcome: to, reason: 'x' });

    it('follow each mention from one outcome to the next and back, on the day that it came', async () => {
      const ids = [];
      for (const name of ['a', 'b', 'c']) ids.push((await accept(name)).id);
      await accept('a');
      expect(await counts('mention')).toEqual({ pending: 3 });
      const [one = '', two = '', three = ''] = ids;
      await look(one, 'live', NOON + DAY);
      await look(three, 'absent');
      await decide(one, 'approved', NOON + DAY);
      await decide(two, 'spam');
      expect(await counts('mention')).toEqual({ approved: 1, spam: 1, absent: 1 });
      expect(await counts('mention', TODAY + 1, TODAY + 9)).toEqual({});
      expect(Object.values(await counts('target'))).toEqual([1]);
      expect(Object.keys(await counts('source'))).toHaveLength(1);
      await decide(one, 'pending');
      await decide(two, 'pending');
      expect(await counts('mention')).toEqual({ pending: 2, absent: 1 });
      expect([await counts('target'), await counts('source')]).toEqual([{}, {}]);
    });

    it('count those of many at once, each on its day', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, n) => accept(`m${n}`, NOON + (n % 2) * DAY)));
      expect(await counts('mention')).toEqual({ pending: 20 });
      expect(await counts('mention', TODAY + 1, TODAY + 1)).toEqual({ pending: 20 });
    });

    it('are the same whatever is left out: what a rolled-back transaction did is not counted', async () => {
      const { id } = await accept('a');
      const failed = writer.transaction(async (tables) => {
        await tables.mentions.moderate(id, 'spam', undefined, {
          ...{ at: NOON, step: 'moderated', outcome: 'spam', reason: 'x' },
        });
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await counts('mention')).toEqual({ pending: 1 });
    });

    it('know the deliveries by their outcome', async () => {
      const step = { step: 'found', outcome: 'queued', reason: 'x' } as const;
      await writer.deliveries.add([newDelivery('a', { site: 's' }), newDelivery('b', { site: 's' })], step);
      const added = await counts('delivery');
      expect(Object.values(added)).toEqual([2]);
      const at = { at: NOON, step: 'notified', outcome: 'delivered', reason: 'x' } as const;
      await writer.deliveries.record('id-a', { status: 'delivered' }, at);
      expect(await counts('delivery')).toEqual({ ...added, delivered: 1, [Object.keys(added)[0] ?? '']: 1 });
    });

    it('know what was turned away, repeats too, and keep the largest first', async () => {
      const refusal = { site: 's', protocol: 'pingback', target: 't', reason: 'No.', at: NOON } as const;
      for (const id of ['1', '2']) await writer.refusals.add({ ...refusal, id, source: 'https://a.example/' });
      expect(await counts('refused')).toEqual({ '': 2 });
      for (const name of ['a', 'b', 'c']) await decide((await accept(name)).id, name === 'c' ? 'spam' : 'approved');
      const query = { sites: ['s'], name: 'mention', from: TODAY, to: TODAY } as const;
      expect(await reader.counts.top(query, 9)).toEqual([
        { key: 'approved', count: 2 },
        { key: 'spam', count: 1 },
      ]);
      expect(await reader.counts.top(query, 1)).toHaveLength(1);
    });
  });
}
