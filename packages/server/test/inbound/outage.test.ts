import { expect, it } from 'vitest';
import { HOUR, linking, openHouse } from './house.ts';

const MINUTE = 60_000;
const HOSTS = 500;

/** Asks nothing of hosts that are asked already, as the queue promises. */
it.each([
  ['no network', 'connect', Number(process.env.OUTAGE ?? 1_000)],
  ['a dead name server', 'dns', 300],
] as const)(
  'R19, R20: an hour of %s with notifications in the queue marks nothing as gone, and all are read afterwards',
  async (_, kind, queued) => {
    await using house = await openHouse();
    const sources = Array.from({ length: queued }, (_, n) => `https://host${n % HOSTS}.example/${n}`);
    const busy = new Set<string>();
    let [mostAtOnce, doubledUp] = [0, 0];
    house.onAsk = async () => {
      const { hostname } = new URL(house.asked.at(-1) ?? '');
      if (busy.has(hostname)) doubledUp += 1;
      busy.add(hostname);
      mostAtOnce = Math.max(mostAtOnce, busy.size);
      await new Promise<void>((resolve) => setImmediate(resolve));
      busy.delete(hostname);
    };
    // One that readers see already, and that is looked at again in the middle of the outage.
    const shown = 'https://old.example/shown';
    house.web.set(shown, linking());
    await house.tell(shown);
    await house.pass(MINUTE);
    const { id, targetKey } = await house.only();
    await house.desk.moderate([id], 'approved');

    for (const source of [...sources, shown]) house.web.set(source, kind);
    await Promise.all(sources.map((source) => house.tell(source)));
    house.time.now += 30 * MINUTE;
    await house.tell(shown);
    await house.pass(30 * MINUTE);
    expect(await house.store.mentions.byId(id)).toMatchObject({ link: 'unreachable', moderation: 'approved' });
    expect((await house.store.mentions.published({ ...ofPage, targetKeys: [targetKey] })).rows).toHaveLength(1);

    for (const source of [...sources, shown]) house.web.set(source, linking());
    await house.pass(8 * HOUR);
    const lost = [];
    for (const source of sources) if (house.asked.filter((asked) => asked === source).length === 0) lost.push(source);
    expect(lost).toEqual([]);
    expect(await house.store.mentions.list({ link: 'absent', limit: 9 })).toEqual([]);
    expect(await house.store.mentions.list({ link: 'lost', limit: 9 })).toEqual([]);
    expect(await house.store.mentions.list({ link: 'live', limit: queued + 9 })).toHaveLength(queued + 1);
    expect(await house.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
    expect(doubledUp).toBe(0);
    expect(mostAtOnce).toBeLessThanOrEqual(16);
    expect(house.asked.length).toBeLessThanOrEqual(3 * queued + 6);
  },
  120_000,
);

const ofPage = {
  sites: ['alice.example'],
  sortBy: 'created',
  direction: 'up',
  limit: 9,
  offset: 0,
} as const;
