import { describe, expect, it } from 'vitest';
import type { SeenLink } from '../../../src/backlink.ts';
import type { LinkUpdate, NewMention } from '../../../src/ports/index.ts';
import { DAY, HOUR, MINUTE, NOON, type Opened } from './opened.ts';
import { newMention, publish, step } from './samples.ts';

const SEEN: SeenLink = {
  anchor: 'a good post',
  rel: ['nofollow', 'ugc'],
  place: 'comment',
  links: 2,
  isFollowed: false,
  finalUrl: 'https://bob.example/moved',
  chain: ['https://bob.example/entry', 'https://bob.example/moved'],
  canonical: 'https://bob.example/c',
  noindex: 'header',
  robots: 'noindex',
  language: 'de',
  entityTag: '"1"',
  lastModified: 'Tue, 24 Nov 2026 11:00:00 GMT',
};

const victim = (source: string) => new URL(source).hostname;

/** `Backlinks`, and what `Mentions` writes into them. */
export function describeBacklinks(opened: () => Opened): void {
  const store = () => opened().writer;

  async function arrive(name: string): Promise<string> {
    return (await store().mentions.accept(newMention(name))).id;
  }
  async function check(id: string, at: number, more: Partial<LinkUpdate> = {}): Promise<void> {
    const link = { link: 'live', checkedAt: at, lastSeenAt: at, ...more } as const;
    await store().mentions.recordCheck(id, link, [step(at)]);
  }

  describe('backlinks', () => {
    it('are what was seen, with what stands in the mention too', async () => {
      const id = await arrive('bob');
      await check(id, NOON, { seen: SEEN, status: 200, recheck: { at: NOON + DAY, looks: 0 } });
      const { entityTag, lastModified, ...seen } = SEEN;
      expect(await store().backlinks.byMention(id)).toEqual({
        ...seen,
        ...{ mention: id, link: 'live', moderation: 'pending', missingSince: undefined, outage: '', status: 200 },
        ...{ firstSeenAt: NOON, lastSeenAt: NOON, checkedAt: NOON, recheckAt: NOON + DAY },
      });
      await store().mentions.moderate(id, 'approved', undefined, step(NOON + 1));
      expect(await store().backlinks.byMention(id)).toMatchObject({ moderation: 'approved', place: 'comment' });
      const { finalUrl } = SEEN;
      expect(await store().backlinks.known(id)).toEqual({ looks: 0, finalUrl, entityTag, lastModified });
    });

    it('has a page read anew as long as a date may pass from which it is not to be found', async () => {
      const id = await arrive('bob');
      const robots = 'noarchive, unavailable_after:1 jan 2027';
      await check(id, NOON, { seen: { ...SEEN, noindex: '', robots }, status: 200 });
      expect(await store().backlinks.known(id)).toMatchObject({ entityTag: '', lastModified: '' });
      await check(id, NOON + DAY, { seen: { ...SEEN, noindex: 'header', robots }, status: 200 });
      expect(await store().backlinks.known(id)).toMatchObject({ entityTag: SEEN.entityTag });
    });

    it('are none of a link that was never seen', async () => {
      const id = await arrive('bob');
      await check(id, NOON, { link: 'absent' });
      expect(await store().backlinks.byMention(id)).toBeUndefined();
      expect(await store().backlinks.changes(id)).toEqual([]);
      expect(await store().backlinks.known(id)).toEqual({ looks: 0, finalUrl: '', entityTag: '', lastModified: '' });
      expect(await store().backlinks.known('nobody')).toBeUndefined();
    });

    it('keep what changed, in order, with the check that saw it, and what was read last while nothing can be read', async () => {
      const id = await arrive('bob');
      await check(id, NOON, { seen: SEEN, status: 200 });
      await check(id, NOON + DAY, { link: 'unreachable', outage: 'status 503', status: 503 });
      expect(await store().backlinks.known(id)).toMatchObject({ entityTag: '' });
      await check(id, NOON + 2 * DAY, { seen: { ...SEEN, rel: [], anchor: 'better' }, status: 200 });
      await check(id, NOON + 3 * DAY);
      expect(await store().backlinks.changes(id)).toEqual([
        { mention: id, place: 1, at: NOON, kind: 'first-seen', was: '', became: '', step: 1 },
        { mention: id, place: 2, at: NOON + DAY, kind: 'unreachable', was: '200', became: 'status 503', step: 2 },
        { mention: id, place: 3, at: NOON + 2 * DAY, kind: 'reachable', was: 'status 503', became: '200', step: 3 },
        { mention: id, place: 4, at: NOON + 2 * DAY, kind: 'rel-changed', was: 'nofollow ugc', became: '', step: 3 },
        {
          mention: id,
          place: 5,
          at: NOON + 2 * DAY,
          kind: 'anchor-changed',
          was: 'a good post',
          became: 'better',
          step: 3,
        },
      ]);
      const kinds = async (before?: number) =>
        (await store().backlinks.changes(id, { before, limit: 2 })).map(({ kind }) => kind);
      expect([await kinds(), await kinds(4), await kinds(2), await kinds(1)]).toEqual([
        ['rel-changed', 'anchor-changed'],
        ['unreachable', 'reachable'],
        ['first-seen'],
        [],
      ]);
    });

    it('go with their mention', async () => {
      const id = await publish(store(), 'bob');
      await store().forget({ host: 'bob.example' });
      expect(await store().backlinks.changes(id)).toEqual([]);
      expect(await store().backlinks.byMention(id)).toBeUndefined();
    });

    it('a transaction that is rolled back leaves neither the change nor the plan', async () => {
      const id = await arrive('bob');
      const failed = store().transaction(async (tables) => {
        await tables.mentions.recordCheck(
          id,
          { link: 'live', checkedAt: NOON, recheck: { at: NOON + DAY, looks: 0 } },
          [step(NOON)],
        );
        throw new Error('the disk is gone');
      });
      await expect(failed).rejects.toThrow('the disk is gone');
      expect(await store().backlinks.changes(id)).toEqual([]);
      expect(await store().backlinks.nextDue()).toBeUndefined();
    });
  });

  describe('looks by plan', () => {
    async function planned(name: string, at: number, more: Partial<NewMention> = {}): Promise<string> {
      const { id } = await store().mentions.accept(newMention(name, more));
      await check(id, NOON, { recheck: { at, looks: 0 } });
      // The look that the receipt asked for is over.
      await claimed(NOON + HOUR);
      return id;
    }
    const due = (now: number, limit = 9) => store().backlinks.lineUpDue(now, limit, victim);
    async function claimed(now: number): Promise<readonly string[]> {
      const jobs = await store().jobs.claim({ now, limit: 9, leaseMs: MINUTE });
      for (const job of jobs) await store().jobs.finish(job);
      return jobs.map(({ subject }) => subject);
    }

    it('are lined up when they are due, the longest due first, and not again before their check', async () => {
      const late = await planned('late', NOON + 3 * DAY);
      const [one, two] = [await planned('one', NOON + DAY), await planned('two', NOON + 2 * DAY)];
      expect(await store().backlinks.nextDue()).toBe(NOON + DAY);
      expect(await due(NOON + DAY - 1)).toBe(0);
      expect(await due(NOON + 2 * DAY, 1)).toBe(1);
      expect(await claimed(NOON + 2 * DAY)).toEqual([one]);
      expect(await due(NOON + 2 * DAY)).toBe(1);
      expect(await claimed(NOON + 2 * DAY)).toEqual([two]);
      expect(await store().backlinks.nextDue()).toBe(NOON + 3 * DAY);
      expect(await due(NOON + 3 * DAY)).toBe(1);
      expect(await claimed(NOON + 3 * DAY)).toEqual([late]);
      expect(await due(NOON + 3 * DAY)).toBe(0);
    });

    it('stand one for each victim in the queue', async () => {
      const first = await planned('bob', NOON + DAY);
      const second = await planned('bob', NOON + DAY + 1, { id: 'id-second', sourceKey: 'second' });
      expect(await due(NOON + 2 * DAY)).toBe(1);
      expect(await store().backlinks.nextDue()).toBe(NOON + 2 * DAY + 30 * MINUTE);
      expect(await due(NOON + 2 * DAY + HOUR)).toBe(0);
      expect(await claimed(NOON + 2 * DAY)).toEqual([first]);
      expect(await due(NOON + 2 * DAY + 2 * HOUR)).toBe(1);
      expect(await claimed(NOON + 2 * DAY + 2 * HOUR)).toEqual([second]);
    });

    it('end with a decision against them, and begin again with another one', async () => {
      const id = await planned('bob', NOON + DAY);
      await store().mentions.moderate(id, 'spam', undefined, step(NOON + 1));
      expect(await store().backlinks.nextDue()).toBeUndefined();
      await store().mentions.moderate(id, 'approved', undefined, step(NOON + 2));
      expect(await store().backlinks.nextDue()).toBe(NOON + 2 + DAY);
    });

    it('R18: what a wrong clock planned for another year is due at once', async () => {
      await planned('bob', NOON + 4000 * DAY);
      expect(await due(NOON + 2 * HOUR)).toBe(1);
    });
  });
}
