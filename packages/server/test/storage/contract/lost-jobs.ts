import { beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobKind, TakenOver } from '../../../src/job.ts';
import type { Jobs, LostJobs } from '../../../src/ports/index.ts';
import { HOUR, NOON, type Opened } from './opened.ts';
import { newDelivery, newJob } from './samples.ts';

const LEASE_MS = 45_000;
const roomFor = (...rooms: readonly [JobKind, number][]) => new Map<JobKind, number>(rooms);
const ROOM = roomFor(['deliver', 64], ['verify', 16]);

export function describeLostJobs(opened: () => Opened): void {
  describe('jobs whose lease ran out', () => {
    let [one, other]: Jobs[] = [];
    let [lost, othersLost]: LostJobs[] = [];
    beforeEach(() => {
      const { writer, reader } = opened();
      [one, other] = [writer.jobs, reader.jobs];
      [lost, othersLost] = [writer.lostJobs, reader.lostJobs];
    });
    const jobs = () => one as Jobs;
    const others = () => other as Jobs;
    const names = (list: readonly Job[]) => list.map(({ subject }) => subject).join(' ');

    const claimed = (now: number) => jobs().claim({ now, limit: 99, leaseMs: LEASE_MS });
    const takeOver = (now: number, more: Partial<Parameters<LostJobs['takeOver']>[0]> = {}) =>
      (othersLost as LostJobs).takeOver({ now, leaseMs: LEASE_MS, room: ROOM, ...more });
    /** The end of the `n`th lease. */
    const after = (n: number) => NOON + n * LEASE_MS;
    async function enqueueAndLose(...lost: readonly string[]): Promise<void> {
      for (const name of lost) await jobs().enqueue(newJob(name));
      await claimed(NOON);
    }
    async function begin(job: Job | undefined, now: number): Promise<Job> {
      const begun = job && (await (lost as LostJobs).begin(job, now + LEASE_MS));
      if (begun === undefined) throw new Error('not begun');
      return begun;
    }
    /** Takes over what is to be alone, and begins it. */
    const takeAlone = async (n: number) => begin((await takeOver(after(n)))[0], after(n));

    it('are taken over, and the one who lost it has no say', async () => {
      await jobs().enqueue(newJob('a'));
      const [gone] = await claimed(NOON);
      if (gone === undefined) throw new Error('nothing claimed');
      expect(await others().nextStart()).toBe(after(1));
      expect(await takeOver(after(1) - 1)).toEqual([]);
      const [taken] = await takeOver(after(1));
      expect(taken).toMatchObject({ subject: 'a', attempts: 2, leasedUntil: after(2), takenOver: 'few' });
      await jobs().finish(gone);
      await jobs().bury(gone, 'too late');
      await jobs().postpone(gone, NOON);
      expect(await jobs().renew(gone, NOON + HOUR)).toBeUndefined();
      expect(await others().counts()).toEqual({ waiting: 0, leased: 1, dead: 0 });
      await others().finish(taken as Job);
      expect(await others().counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
    });

    it('are not claimed as if they waited', async () => {
      await enqueueAndLose('a');
      await jobs().enqueue(newJob('fresh'));
      expect(names(await claimed(after(1)))).toBe('fresh');
    });

    it('R5: come back all at once, as many of a kind as there is room for, and nobody takes what another took', async () => {
      for (let n = 10; n < 30; n += 1) await jobs().enqueue(newJob(`v${n}`, { kind: 'verify' }));
      await enqueueAndLose(...Array.from({ length: 40 }, (_, n) => `d${n}`));
      expect(await takeOver(after(1), { room: roomFor(['deliver', 0]) })).toEqual([]);
      const room = roomFor(['deliver', 64], ['verify', 16]);
      const both = await Promise.all([
        takeOver(after(1)),
        (lost as LostJobs).takeOver({ now: after(1), leaseMs: LEASE_MS, room }),
      ]);
      const rest = await takeOver(after(1), { beside: ['many'] });
      const checks = both.map((taken) => taken.filter(({ kind }) => kind === 'verify').length);
      expect(Math.max(...checks)).toBeLessThanOrEqual(16);
      const all = [...both, rest].flat().map(({ kind, subject }) => `${kind} ${subject}`);
      expect([all.length, new Set(all).size]).toEqual([60, 60]);
    });

    it('R5: that are lost again are fewer in each company, and then alone', async () => {
      const many = Array.from({ length: 12 }, (_, n) => `d${n}`);
      await enqueueAndLose(...many);
      const company = (list: readonly Job[]): [number, TakenOver | undefined] => [list.length, list[0]?.takenOver];
      expect(company(await takeOver(after(1)))).toEqual([12, 'many']);
      const few = await takeOver(after(2));
      expect(company(few)).toEqual([8, 'few']);
      expect(await takeOver(after(2), { beside: Array(8).fill('few') })).toEqual([]);
      await others().finish(few[0] as Job);
      expect(company(await takeOver(after(2), { beside: Array(7).fill('few') }))).toEqual([1, 'few']);
      const rest = await takeOver(after(2));
      expect(company(rest)).toEqual([3, 'few']);
      for (const job of rest) await others().finish(job);
      const alone = await takeOver(after(3));
      expect(company(alone)).toEqual([1, 'alone']);
      expect(await takeOver(after(3), { beside: ['alone'] })).toEqual([]);
      expect(await takeOver(after(3), { beside: ['many'] })).toEqual([]);
    });

    it('R5: a job that ends the program three times while it is alone is buried, and its neighbours never', async () => {
      await jobs().enqueue(newJob('next', { group: 'poison.example', startAfter: NOON + 1 }));
      await enqueueAndLose('poison');
      expect(await takeOver(after(1))).toMatchObject([{ takenOver: 'few' }]);
      // Whatever ended the process before it began is not its doing.
      for (const n of [2, 3, 4, 5])
        expect(await takeOver(after(n))).toMatchObject([{ takenOver: 'alone', attempts: 2 }]);
      for (const n of [6, 7, 8]) expect(await takeAlone(n)).toMatchObject({ subject: 'poison', attempts: n - 3 });
      expect(await takeOver(after(9))).toEqual([]);
      expect(await others().counts()).toEqual({ waiting: 1, leased: 0, dead: 1 });
      expect(names(await claimed(after(9)))).toBe('next');
    });

    it('a lease that was lost meanwhile begins nothing', async () => {
      await enqueueAndLose('a');
      for (const n of [1, 2]) await takeOver(after(n));
      const [mine] = await takeOver(after(3));
      await takeOver(after(4));
      expect(await (lost as LostJobs).begin(mine as Job, after(5))).toBeUndefined();
    });

    it('one that was given back begins anew', async () => {
      await enqueueAndLose('a');
      for (const n of [1, 2]) await takeOver(after(n));
      await others().postpone(await takeAlone(3), after(4));
      const [again] = await claimed(after(4));
      expect(again?.takenOver).toBeUndefined();
      expect(await takeOver(after(5))).toMatchObject([{ takenOver: 'few' }]);
    });

    it('R5: a telling that is given up for that is failed, and says why', async () => {
      const step = { step: 'found', outcome: 'queued', reason: 'In a post.' } as const;
      await opened().writer.deliveries.add([newDelivery('poison')], step);
      await enqueueAndLose('id-poison');
      await takeOver(after(1));
      for (const n of [2, 3, 4]) await takeAlone(n);
      await takeOver(after(5));
      expect(await opened().reader.deliveries.byId('id-poison')).toMatchObject({
        status: 'failed',
        reason: 'Given up: the program ended 3 times while it worked on this.',
      });
      expect((await opened().reader.deliveries.trace('id-poison')).at(-1)).toMatchObject({ outcome: 'given up' });
    });

    it('R18: are those whose clock was years ahead, at once, and not those that are alive here', async () => {
      await jobs().enqueue(newJob('a'));
      await claimed(NOON + 10 * 365 * 24 * HOUR);
      await claimed(NOON);
      expect(await takeOver(NOON, { isAlive: (kind, subject) => kind === 'deliver' && subject === 'a' })).toEqual([]);
      expect(await takeOver(NOON)).toMatchObject([{ subject: 'a', attempts: 2 }]);
    });
  });
}
