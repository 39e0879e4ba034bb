import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/job.ts';
import { NOON, type Opened } from './opened.ts';
import { newJob, newMention } from './samples.ts';

const MANY = 1_000;

export function describeTurnsOfSites(opened: () => Opened): void {
  describe('the queue', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));
    const names = (jobs: readonly Job[]) => jobs.map(({ subject }) => subject).join(' ');

    async function many(site: string, more: { readonly group?: string } = {}): Promise<void> {
      await writer.transaction(async ({ jobs }) => {
        for (let n = 0; n < MANY; n += 1)
          await jobs.enqueue(newJob(`${site}${n}`, { site, startAfter: NOON + n, ...more }));
      });
    }
    const claim = (now: number, limit: number) =>
      writer.jobs.claim({ now, limit, leaseMs: 45_000, kinds: ['deliver'] });

    it('lets the single job of a site go before the thousand that another had before', async () => {
      await many('large');
      await writer.jobs.enqueue(newJob('small', { site: 'small', startAfter: NOON + MANY }));
      expect(names(await claim(NOON + MANY, 4))).toBe('large0 small large1 large2');
    });

    it('serves the sites in turns, from one claim to the next', async () => {
      await many('large');
      await writer.jobs.enqueue(newJob('b0', { site: 'b', startAfter: NOON + MANY }));
      await writer.jobs.enqueue(newJob('b1', { site: 'b', startAfter: NOON + MANY }));
      await writer.jobs.enqueue(newJob('c0', { site: 'c', startAfter: NOON + MANY }));
      const order = [];
      for (let n = 0; n < 5; n += 1) order.push(names(await claim(NOON + MANY, 1)));
      expect(order).toEqual(['large0', 'b0', 'c0', 'large1', 'b1']);
    });

    it('lets sites take turns in the line of one host too', async () => {
      await many('large', { group: 'host.example' });
      await writer.jobs.enqueue(newJob('small', { site: 'small', group: 'host.example', startAfter: NOON + MANY }));
      const order = [];
      for (let n = 0; n < 3; n += 1) {
        const [job] = await claim(NOON + MANY, 1);
        order.push(job?.subject);
        if (job) await writer.jobs.finish(job);
      }
      expect(order).toEqual(['large0', 'small', 'large1']);
    });

    it('works on what waits of one site in the order of its time, as before', async () => {
      await many('only');
      expect(names(await claim(NOON + MANY, 3))).toBe('only0 only1 only2');
    });

    it('lines up what arrived for a site behind what arrived before for another', async () => {
      await Promise.all(
        Array.from({ length: MANY }, (_, n) =>
          writer.mentions.accept(newMention(`large${n}`, { site: 'large', verifyAfter: NOON + n })),
        ),
      );
      await writer.mentions.accept(newMention('small', { site: 'small', verifyAfter: NOON + MANY }));
      const claimed = await writer.jobs.claim({ now: NOON + MANY, limit: 2, leaseMs: 45_000, kinds: ['verify'] });
      expect(claimed.map(({ site }) => site)).toEqual(['large', 'small']);
      expect((await reader.jobs.counts()).waiting).toBe(MANY - 1);
    });

    it('behind a long line has what arrives lined up a little later, unless the clock was set back', async () => {
      await many('large');
      const kinds = ['verify'] as const;
      const claimAt = (now: number) => writer.jobs.claim({ now, limit: 9, leaseMs: 45_000, kinds });
      expect(await claimAt(NOON)).toEqual([]);
      await writer.mentions.accept(newMention('small', { verifyAfter: NOON }));
      expect(await claimAt(NOON + 199)).toEqual([]);
      expect(names(await claimAt(NOON + 200))).toBe('id-small');
      await writer.mentions.accept(newMention('next', { verifyAfter: NOON - 500, group: 'next.example' }));
      expect(names(await claimAt(NOON - 500))).toBe('id-next');
    });
  });
}
