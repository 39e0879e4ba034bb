import { expect, it } from 'vitest';
import { retryAt } from '../../src/jobs/retry.ts';
import { HOUR, MINUTE } from '../storage/contract/opened.ts';

const at = (attempts: number, fraction: number, delays?: readonly number[]) =>
  retryAt(attempts, 1_000, { id: () => '', secret: () => '', fraction: () => fraction }, delays);

it.each([
  ['first failure, soonest', 1, 0, 15 * MINUTE],
  ['first failure, middle', 1, 0.5, 20 * MINUTE],
  ['first failure, latest', 1, 1, 25 * MINUTE],
  ['second failure, soonest', 2, 0, 6 * HOUR],
  ['second failure', 2, 0.5, 8 * HOUR],
] as const)('%s', (_name, attempts, fraction, delay) => {
  expect(at(attempts, fraction)).toBe(1_000 + delay);
});

it('gives up after the third', () => {
  expect(at(3, 0.5)).toBeUndefined();
  expect(at(40, 0.5)).toBeUndefined();
});

it('follows the delays it is given', () => {
  expect([at(1, 0.5, [5]), at(2, 0.5, [5])]).toEqual([1_005, undefined]);
});
