import { describe, expect, it } from 'vitest';
import { createSeenKeys } from '../../src/import/seen-keys.ts';

const key = (n: number, site = 'home') =>
  `${site} bob.example/a-post-with-a-longish-name-${n} alice.example/post-${n % 7}`;
const numbers = (many: number) => Array.from({ length: many }, (_, n) => n);

describe('keys that were seen', () => {
  it('are known again, and others are not taken for them', () => {
    const seen = createSeenKeys();
    const many = 200_000;
    expect(numbers(many).filter((n) => !seen.isNew(key(n)))).toEqual([]);
    expect(numbers(many).filter((n) => seen.isNew(key(n)))).toEqual([]);
    expect(seen.isNew(key(1, 'other'))).toBe(true);
  });

  it('are forgotten when as many others have come twice, and not before as many have come once', () => {
    const seen = createSeenKeys(100, 200);
    for (const n of numbers(150)) expect(seen.isNew(key(n))).toBe(true);
    expect(numbers(100).filter((n) => seen.isNew(key(50 + n)))).toEqual([]);
    for (const n of numbers(200)) seen.isNew(key(1_000 + n));
    expect(seen.isNew(key(149))).toBe(true);
  });

  it('takes memory once, however many come', () => {
    const before = process.memoryUsage().arrayBuffers;
    const seen = createSeenKeys();
    const after = process.memoryUsage().arrayBuffers;
    expect(after - before).toBeLessThanOrEqual(17 * 1024 * 1024);
    for (const n of numbers(100_000)) seen.isNew(key(n));
    expect(process.memoryUsage().arrayBuffers - after).toBeLessThan(1024 * 1024);
  });
});
