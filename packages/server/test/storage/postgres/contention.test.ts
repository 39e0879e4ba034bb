import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../../test/support/postgres/shared.ts';
import type { Store } from '../../../src/ports/index.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { DAY, MINUTE, NOON } from '../contract/opened.ts';
import { ALL_PUBLIC, newDelivery, newJob, newMention, step, TARGET } from '../contract/samples.ts';

/** As many processes as there are stores: each has its own connections, and they know nothing of each other. */
const STORES = 4;
const clock = { now: () => NOON };
let stores: readonly Store[] = [];

beforeAll(async () => {
  const url = await freshDatabase();
  // All of them find an empty database, and one of them makes the schema.
  stores = await Promise.all(Array.from({ length: STORES }, () => openPostgresStore({ url, clock })));
});
afterAll(() => Promise.all(stores.map((store) => store.close())));

const one = (nth: number): Store => stores[nth % STORES] as Store;
const times = <T>(count: number, make: (nth: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, nth) => make(nth)));

describe('several processes on one database', () => {
  it('a job is claimed once and one of a group at a time, by whoever asks, and none is left', async () => {
    const [count, groups] = [240, 40];
    await times(count, (n) => one(n).jobs.enqueue(newJob(`job${n}`, { kind: 'hook', group: `g${n % groups}` })));
    const claimed: string[] = [];
    const running = new Set<string>();
    await Promise.all(
      stores.map(async (store) => {
        for (let idle = 0; idle < 20; ) {
          const jobs = await store.jobs.claim({ now: NOON, limit: 8, leaseMs: MINUTE, kinds: ['hook'] });
          idle = jobs.length === 0 ? idle + 1 : 0;
          for (const { group, subject } of jobs) {
            expect(running).not.toContain(group);
            running.add(group);
            claimed.push(subject);
          }
          for (const job of jobs) {
            running.delete(job.group);
            await store.jobs.finish(job);
          }
          if (claimed.length === count) break;
        }
      }),
    );
    expect([claimed.length, new Set(claimed).size]).toEqual([count, count]);
    expect(await one(0).jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  });

  it('a job that is enqueued while the last one of its group is finished is not forgotten', async () => {
    for (let round = 0; round < 25; round += 1) {
      await one(0).jobs.enqueue(newJob(`first${round}`, { kind: 'map', group: `line${round}` }));
      const [job] = await one(0).jobs.claim({ now: NOON, limit: 1, leaseMs: MINUTE, kinds: ['map'] });
      if (job === undefined) throw new Error('nothing to claim');
      await Promise.all([
        one(0).jobs.finish(job),
        one(1).jobs.enqueue(newJob(`next${round}`, { kind: 'map', group: `line${round}` })),
        one(2).jobs.enqueue(newJob(`first${round}`, { kind: 'map', group: `line${round}` })),
      ]);
      const found: string[] = [];
      for (let n = 0; n < 2; n += 1) {
        const [next] = await one(3).jobs.claim({ now: NOON, limit: 1, leaseMs: MINUTE, kinds: ['map'] });
        if (next === undefined) break;
        found.push(next.subject);
        await one(3).jobs.finish(next);
      }
      expect(found).toContain(`next${round}`);
    }
  });

  it('a pair that arrives everywhere at once is one mention, counted once, and every announcement counts', async () => {
    const accepted = await times(40, (n) => one(n).mentions.accept(newMention(`pair${n % 5}`, { id: `p${n}` })));
    expect(accepted.filter(({ fresh }) => fresh)).toHaveLength(5);
    expect(new Set(accepted.map(({ id }) => id)).size).toBe(5);
    const rows = await one(0).mentions.list({ limit: 100 });
    expect(rows.reduce((sum, { repeats }) => sum + repeats, 0)).toBe(35);
    const counted = await one(0).counts.daily({ sites: ['home.example'], name: 'mention', from: 0, to: NOON / DAY });
    expect(counted.map(({ key, count }) => [key, count])).toEqual([['pending', 5]]);
  });

  it('what arrives while others line it up is looked at once each', async () => {
    const subjects: string[] = [];
    const arriving = times(300, (n) => one(n).mentions.accept(newMention(`arrival${n}`, { group: `a${n % 50}` })));
    const working = stores.map(async (store) => {
      for (let idle = 0; idle < 40 && subjects.length < 305; ) {
        const jobs = await store.jobs.claim({ now: NOON + MINUTE, limit: 8, leaseMs: MINUTE, kinds: ['verify'] });
        idle = jobs.length === 0 ? idle + 1 : 0;
        for (const job of jobs) {
          subjects.push(job.subject);
          await store.jobs.finish(job);
        }
      }
    });
    await Promise.all([arriving, ...working]);
    // Five pairs of the test before wait as well.
    expect([subjects.length, new Set(subjects).size]).toEqual([305, 305]);
  });

  it('polling by number and by time sees each publication once, while four processes publish', async () => {
    const ids = (await one(0).mentions.list({ limit: 60 })).map(({ id }) => id);
    const seen: number[] = [];
    const seenByTime: number[] = [];
    let [last, since, done] = [0, 0, false];
    const look = async () => {
      const byNumber = await one(1).mentions.published({ ...ALL_PUBLIC, sinceId: last });
      for (const { publicId = 0 } of byNumber.rows) seen.push(publicId);
      last = seen.at(-1) ?? 0;
      const byTime = await one(2).mentions.published({ ...ALL_PUBLIC, since });
      for (const { publicId = 0 } of byTime.rows) seenByTime.push(publicId);
      since = Math.max(since, ...byTime.rows.map(({ publicAt = 0 }) => publicAt));
    };
    const polling = (async () => {
      while (!done) await look();
      await look();
    })();
    await times(ids.length, async (n) => {
      const id = ids[n] as string;
      await one(n).mentions.recordCheck(id, { link: 'live', checkedAt: NOON, lastSeenAt: NOON }, [step(NOON)]);
      await one(n + 1).mentions.moderate(id, 'approved', undefined, step(NOON));
    });
    done = true;
    await polling;
    const wanted = Array.from({ length: 60 }, (_, n) => n + 1);
    expect(seen).toEqual(wanted);
    expect(seenByTime).toEqual(wanted);
    const day = { sites: ['home.example'], from: 0, to: NOON / DAY };
    expect(await one(0).counts.daily({ ...day, name: 'target' })).toMatchObject([{ key: TARGET, count: 60 }]);
  });

  it('a budget is never above its limit, and neighbours do not wait for each other', async () => {
    const elapsed = { ms: () => DAY };
    const allowance = (key: string) => ({ key, gapMs: 0, perHour: 5, perDay: Number.POSITIVE_INFINITY, held: false });
    const entered = await times(80, (n) =>
      one(n).budgets.enter([allowance(`block ${n % 4}`), allowance(`domain ${n % 8}`)], elapsed, MINUTE),
    );
    expect(entered.filter(({ ok }) => ok)).toHaveLength(20);
  });

  it('a turn is taken by one of many, and a set-up link is good for one', async () => {
    const turns = await times(20, (n) => one(n).turns.take([{ name: `host${n % 2}`, gapMs: 5_000 }], NOON));
    expect(turns.filter((at) => at === NOON)).toHaveLength(2);
    await one(0).owners.offerSetUp('secret');
    const owner = (n: number) => ({ id: `o${n}`, name: `Ann ${n}`, passwordHash: 'x', createdAt: NOON });
    const owners = await times(8, (n) => one(n).owners.setUp('secret', owner(n)));
    expect(owners.filter(Boolean)).toHaveLength(1);
  });

  it('a delivery that all add is one, and its trace has every step', async () => {
    const found = { step: 'found', outcome: 'found', reason: '' } as const;
    const added = await times(12, (n) => one(n).deliveries.add([newDelivery('x', { id: `d${n}` })], found));
    const ids = new Set(added.flat().map(({ id }) => id));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    await times(20, (n) => one(n).deliveries.record(id, { attempts: n }, step(NOON + n)));
    expect(await one(0).deliveries.trace(id)).toHaveLength(21);
  });

  it('the two longest addresses make a pair', async () => {
    const long = (name: string) =>
      `https://${name}.example/${Array.from({ length: 2020 }, (_, n) => Math.abs(Math.sin(n * name.length)).toString(36)[5] ?? 'x').join('')}`;
    const mention = newMention('long', {
      sourceKey: long('a'),
      source: long('a'),
      targetKey: long('bcd'),
      target: long('bcd'),
    });
    expect((await one(0).mentions.accept(mention)).fresh).toBe(true);
    expect(await one(1).mentions.accept({ ...mention, id: 'other' })).toMatchObject({ id: 'id-long', fresh: false });
    const refusal = { id: 'r', site: 'home.example', protocol: 'pingback' as const, reason: 'no', at: NOON };
    await one(0).refusals.add({ ...refusal, source: long('a'), target: long('bcd') });
    expect(await one(1).refusals.add({ ...refusal, id: 's', source: long('a'), target: long('bcd') })).toBe('r');
  });
});
