import { describe, expect, test } from 'vitest';
import { NO_ALLOWANCES, USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createPendingLimits } from '../../src/limits/pending.ts';
import { createTally } from '../../src/limits/tally.ts';

interface Row {
  readonly domain: string;
  readonly target: string;
  readonly site: string;
}

/** A store as far as lines go: rows that wait, and how often they were counted. */
function open(allowances = USUAL_ALLOWANCES, isShared = false) {
  const time = { now: 0 };
  const elapsed = { ms: () => time.now };
  const rows: Row[] = [];
  const counted = { times: 0, pause: Promise.resolve() };
  const sums = (keyOf: (row: Row) => string) =>
    new Map([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, group.length]));
  const limits = createPendingLimits({
    allowances,
    elapsed,
    tally: createTally(elapsed),
    isShared,
    async count() {
      counted.times += 1;
      const found = {
        domains: sums(({ domain }) => domain),
        targets: sums(({ site, target }) => `${site} ${target}`),
        sites: sums(({ site }) => site),
        total: rows.length,
      };
      await counted.pause;
      return found;
    },
  });
  let pairs = 0;
  /** Answers what the sender hears; a new pair becomes a row. */
  async function send(place: Partial<Row> = {}, pair = `pair ${pairs++}`, isNew = true): Promise<string> {
    const row = { domain: 'bob.example', target: 'a.example/post', site: 'a.example', ...place };
    const reserved = await limits.reserve(row, pair);
    if (!reserved.ok) return reserved.outcome;
    if (isNew) rows.push(row);
    reserved.settle(isNew);
    return 'accepted';
  }
  const accepted = async (count: number, placeOf: (n: number) => Partial<Row>) => {
    let sum = 0;
    for (let n = 0; n < count; n += 1) if ((await send(placeOf(n))) === 'accepted') sum += 1;
    return sum;
  };
  return { time, rows, counted, limits, send, accepted };
}

describe('pending notifications', () => {
  test.each([
    ['a hundred of one domain', (n: number) => ({ target: `t${n}` }), 100, 'limited'],
    ['five hundred for one page', (n: number) => ({ domain: `d${n}` }), 500, 'limited'],
    ['ten thousand for one site', (n: number) => ({ domain: `d${n}`, target: `t${n}` }), 10_000, 'limited'],
    ['fifty thousand in all', (n: number) => ({ domain: `d${n}`, target: `t${n}`, site: `s${n % 9}` }), 50_000, 'busy'],
  ] as const)('%s, and no more', { timeout: 30_000 }, async (_, placeOf, most, outcome) => {
    const { accepted, send, rows } = open();
    expect(await accepted(most + 50, placeOf)).toBe(most);
    expect(await send(placeOf(most + 50))).toBe(outcome);
    expect(rows).toHaveLength(most);
  });

  test('a full line keeps nobody else out', async () => {
    const { accepted, send } = open();
    await accepted(150, (n) => ({ target: `t${n}` }));
    expect(await send({ domain: 'carol.example' })).toBe('accepted');
  });

  test('nobody is turned away for a line that was long before', async () => {
    const { time, rows, accepted, counted } = open();
    await accepted(150, (n) => ({ target: `t${n}` }));
    rows.length = 0;
    time.now += 5_000;
    expect(await accepted(150, (n) => ({ target: `t${n}` }))).toBe(100);
    expect(counted.times).toBe(2);
  });

  test('what other processes took in counts within five seconds', async () => {
    const { time, rows, accepted } = open(USUAL_ALLOWANCES, true);
    await accepted(10, (n) => ({ target: `t${n}` }));
    for (let n = 0; n < 80; n += 1) rows.push({ domain: 'bob.example', target: `other ${n}`, site: 'a.example' });
    time.now += 5_000;
    // The first one is not made to wait for the count.
    await accepted(1, () => ({ target: 'u' }));
    expect(await accepted(50, (n) => ({ target: `v${n}` }))).toBe(9);
    expect(rows).toHaveLength(100);
  });

  test('a line that stays full is counted once in five seconds, whoever comes', async () => {
    const { time, counted, send, accepted } = open();
    await accepted(100, (n) => ({ target: `t${n}` }));
    for (let n = 0; n < 1000; n += 1) {
      time.now += 10;
      await send({ target: `more ${n}` });
    }
    expect(counted.times).toBeLessThanOrEqual(3);
  });

  test('one pair a thousand times at once takes one place', async () => {
    const { rows, send } = open();
    const outcomes = await Promise.all(Array.from({ length: 1000 }, (_, n) => send({}, 'one pair', n === 500)));
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(rows).toHaveLength(1);
    const more = await Promise.all(Array.from({ length: 120 }, (_, n) => send({ target: `t${n}` })));
    expect(more.filter((outcome) => outcome === 'accepted')).toHaveLength(99);
  });

  test('known pairs give their place back', async () => {
    const { send, accepted } = open();
    for (let n = 0; n < 500; n += 1) expect(await send({ target: `t${n}` }, `known ${n}`, false)).toBe('accepted');
    expect(await accepted(120, (n) => ({ target: `t${n}` }))).toBe(100);
  });

  test('those that come while the store is counted are not forgotten', async () => {
    const { counted, send, rows } = open();
    const { promise, resolve } = Promise.withResolvers<void>();
    counted.pause = promise;
    const first = Promise.all(Array.from({ length: 150 }, (_, n) => send({ target: `t${n}` })));
    resolve();
    await first;
    expect(rows).toHaveLength(100);
  });

  test('everything has room where limits are lifted', async () => {
    const { accepted, counted } = open(NO_ALLOWANCES);
    expect(await accepted(20_000, () => ({}))).toBe(20_000);
    expect(counted.times).toBe(0);
  });
});
