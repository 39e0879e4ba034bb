import { describe, expect, it } from 'vitest';
import { createSeenPairs } from '../../src/import/seen-pairs.ts';

const pair = (n: number, site = 'home') => ({
  site,
  sourceKey: `bob.example/a-post-with-a-longish-name-${n}`,
  targetKey: `alice.example/post-${n % 7}`,
});
const numbers = (many: number) => Array.from({ length: many }, (_, n) => n);

describe('pairs that were seen', () => {
  it('are known again, and others are not taken for them', () => {
    const seen = createSeenPairs();
    const many = 200_000;
    expect(numbers(many).filter((n) => !seen.isNew(pair(n)))).toEqual([]);
    expect(numbers(many).filter((n) => seen.isNew(pair(n)))).toEqual([]);
    expect(seen.isNew(pair(1, 'other'))).toBe(true);
  });

  it('are forgotten when as many others have come twice, and not before as many have come once', () => {
    const seen = createSeenPairs(100, 200);
    for (const n of numbers(150)) expect(seen.isNew(pair(n))).toBe(true);
    expect(numbers(100).filter((n) => seen.isNew(pair(50 + n)))).toEqual([]);
    for (const n of numbers(200)) seen.isNew(pair(1_000 + n));
    expect(seen.isNew(pair(149))).toBe(true);
  });

  it('takes memory once, however many come', () => {
    const before = process.memoryUsage().arrayBuffers;
    const seen = createSeenPairs();
    const after = process.memoryUsage().arrayBuffers;
    expect(after - before).toBeLessThanOrEqual(17 * 1024 * 1024);
    for (const n of numbers(100_000)) seen.isNew(pair(n));
    expect(process.memoryUsage().arrayBuffers - after).toBeLessThan(1024 * 1024);
  });
});
