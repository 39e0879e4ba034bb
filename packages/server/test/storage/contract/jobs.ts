import { beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/job.ts';
import type { Jobs } from '../../../src/ports/index.ts';
import { HOUR, NOON, type Opened } from './opened.ts';
import { newJob, newMention } from './samples.ts';

const LEASE_MS = 45_000;

async function claimed(jobs: Jobs, now: number, limit = 10): Promise<readonly Job[]> {
  return jobs.claim({ now, limit, leaseMs: LEASE_MS });
}

async function claimOne(jobs: Jobs, now: number): Promise<Job> {
  const [job] = await claimed(jobs, now, 1);
  if (job === undefined) throw new Error('nothing claimed');
  return job;
}

export function describeJobs(opened: () => Opened): void {
  describe('jobs', () => {
    let [one, other]: Jobs[] = [];
    beforeEach(() => ([one, other] = [opened().writer.jobs, opened().reader.jobs]));
    const jobs = () => one as Jobs;
    const others = () => other as Jobs;
    const names = (list: readonly Job[]) => list.map((job) => job.subject).join(' ');

    it('are claimed when due, the longest due first', async () => {
      for (const [name, wait] of [
        ['c', 3],
        ['a', 1],
        ['b', 2],
        ['late', 9],
      ] as const) {
        await jobs().enqueue(newJob(name, { startAfter: NOON + wait }));
      }
      expect(await claimed(others(), NOON)).toEqual([]);
      expect(await others().nextStart()).toBe(NOON + 1);
      expect(names(await claimed(others(), NOON + 3, 2))).toBe('a b');
      expect(names(await claimed(jobs(), NOON + 3))).toBe('c');
      expect(await others().counts()).toEqual({ waiting: 1, leased: 3, dead: 0 });
    });

    it('that come round are enqueued together as one by one', async () => {
      const rounds = (names: string, startAfter: number) =>
        [...names].map((subject) => ({
          kind: 'map' as const,
          subject,
          group: `map ${subject}`,
          site: subject,
          startAfter,
        }));
      await jobs().enqueueAll([]);
      await jobs().enqueueAll(rounds('cabd', NOON + 5));
      const running = await others().claim({ now: NOON + 5, limit: 1, leaseMs: LEASE_MS });
      await jobs().enqueueAll([...rounds('ab', NOON + 9), ...rounds('cd', NOON + 2)]);
      expect(await jobs().counts()).toEqual({ waiting: 3, leased: 1, dead: 0 });
      const due = await others().claim({ now: NOON + 9, limit: 9, leaseMs: LEASE_MS });
      expect(running.map(({ subject, startAfter }) => [subject, startAfter])).toEqual([['a', NOON + 5]]);
      expect(due.map(({ subject, startAfter }) => [subject, startAfter])).toEqual([
        ['c', NOON + 2],
        ['d', NOON + 2],
        ['b', NOON + 5],
      ]);
      for (const job of running) await others().finish(job);
      expect(await others().nextStart()).toBe(NOON + 9);
    });

    it('of one group run one at a time, across processes, and in order', async () => {
      for (const name of ['first', 'second']) await jobs().enqueue(newJob(name, { group: 'slow.example' }));
      const first = await claimOne(jobs(), NOON);
      expect(first).toMatchObject({ subject: 'first', attempts: 1, leasedUntil: NOON + LEASE_MS });
      expect(await claimed(others(), NOON + 1)).toEqual([]);
      await jobs().finish(first);
      expect((await claimOne(others(), NOON + 2)).subject).toBe('second');
    });

    it('of a long line do not hold up the others', async () => {
      for (let n = 0; n < 200; n += 1) await jobs().enqueue(newJob(`hang${n}`, { group: 'hang.example' }));
      await jobs().enqueue(newJob('quick', { startAfter: NOON + 5 }));
      expect(names(await claimed(others(), NOON + 5))).toBe('hang0 quick');
    });

    it('a group belongs to its kind, and kinds are claimed apart', async () => {
      await jobs().enqueue(newJob('x', { kind: 'verify', group: 'same' }));
      await jobs().enqueue(newJob('y', { kind: 'deliver', group: 'same' }));
      expect(await others().nextStart(['watch'])).toBeUndefined();
      expect(names(await jobs().claim({ now: NOON, limit: 5, leaseMs: LEASE_MS, kinds: ['deliver'] }))).toBe('y');
      expect(names(await jobs().claim({ now: NOON, limit: 5, leaseMs: LEASE_MS, kinds: ['verify', 'watch'] }))).toBe(
        'x',
      );
    });

    it('a second one moves the first to the earlier time', async () => {
      await jobs().enqueue(newJob('a', { startAfter: NOON + HOUR }));
      await others().enqueue(newJob('a', { startAfter: NOON + 1 }));
      await jobs().enqueue(newJob('a', { startAfter: NOON + 2 }));
      expect(await others().nextStart()).toBe(NOON + 1);
      expect((await others().counts()).waiting).toBe(1);
    });

    it('one enqueued again while it runs stays when it is finished or buried', async () => {
      for (const end of ['finish', 'bury'] as const) {
        await jobs().enqueue(newJob(end));
        const job = await claimOne(jobs(), NOON);
        await others().enqueue(newJob(end, { startAfter: NOON + 7 }));
        await jobs()[end](job, 'no use');
        expect(await others().nextStart(), end).toBe(NOON + 7);
        const again = await claimOne(others(), NOON + 7);
        expect(again, end).toMatchObject({ subject: end, attempts: 1 });
        await others().finish(again);
      }
    });

    it('postponed ones start at the later time, and waiting is no attempt', async () => {
      await jobs().enqueue(newJob('a'));
      await jobs().postpone(await claimOne(jobs(), NOON), NOON + HOUR);
      expect(await claimed(others(), NOON + HOUR - 1)).toEqual([]);
      const second = await claimOne(others(), NOON + HOUR);
      expect(second.attempts).toBe(2);
      await others().postpone(second, NOON + 2 * HOUR, { keepAttempts: false });
      expect((await claimOne(jobs(), NOON + 2 * HOUR)).attempts).toBe(2);
    });

    it('buried ones are dead letters', async () => {
      await jobs().enqueue(newJob('a'));
      await jobs().bury(await claimOne(jobs(), NOON), 'no use');
      expect(await others().counts()).toEqual({ waiting: 0, leased: 0, dead: 1 });
      expect(await others().nextStart()).toBeUndefined();
    });

    it('a renewed lease keeps the job', async () => {
      await jobs().enqueue(newJob('a'));
      const renewed = await jobs().renew(await claimOne(jobs(), NOON), NOON + LEASE_MS + 1);
      expect(await claimed(others(), NOON + LEASE_MS)).toEqual([]);
      if (renewed === undefined) throw new Error('lost');
      await jobs().finish(renewed);
      expect(await others().nextStart()).toBeUndefined();
    });

    it('R18: what waits for the year that a wrong clock showed is due at once', async () => {
      const years = 10 * 365 * 24 * HOUR;
      await jobs().enqueue(newJob('first', { group: 'g', startAfter: NOON + years }));
      await jobs().enqueue(newJob('second', { group: 'g', startAfter: NOON + years + 1 }));
      await jobs().enqueue(newJob('month', { group: 'm', startAfter: NOON + 31 * 24 * HOUR }));
      await opened().writer.mentions.accept({ ...newMention('a'), verifyAfter: NOON + years });
      const now = await claimed(others(), NOON);
      expect(now.map(({ subject }) => subject).sort()).toEqual(['first', 'id-a']);
      for (const job of now) await jobs().finish(job);
      expect((await claimOne(others(), NOON)).subject).toBe('second');
      expect(await claimed(others(), NOON)).toEqual([]);
    });

    it('R4: a lease that was made longer meanwhile is still held, one that was taken over is not', async () => {
      await jobs().enqueue(newJob('a'));
      const job = await claimOne(jobs(), NOON);
      await jobs().renew(job, NOON + 2 * LEASE_MS);
      expect(await jobs().renew(job)).toMatchObject({ leasedUntil: NOON + 2 * LEASE_MS });
      expect(await claimed(others(), NOON + LEASE_MS)).toEqual([]);
      await opened().reader.lostJobs.takeOver({
        now: NOON + 2 * LEASE_MS,
        leaseMs: LEASE_MS,
        room: new Map([['deliver', 1]]),
      });
      expect(await jobs().renew(job)).toBeUndefined();
    });

    it('of a transaction that fails were never there', async () => {
      const broken = opened().writer.transaction(async (tables) => {
        await tables.jobs.enqueue(newJob('a'));
        throw new Error('changed my mind');
      });
      await expect(broken).rejects.toThrow('changed my mind');
      expect(await others().nextStart()).toBeUndefined();
    });
  });
}
