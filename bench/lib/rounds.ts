import { type Spread, spreadOf } from './figure.ts';

/**
 * Measures two things in turn, A B A B…, so that whatever else the machine does falls on both. One half round of each
 * comes first and is thrown away: it fills caches and lets the compiler do its work.
 *
 * @param subject, floor each answers its own number; the ratio is the first by the second, of each round
 */
export async function alternate(
  rounds: number,
  subject: () => Promise<number> | number,
  floor: () => Promise<number> | number,
): Promise<{ readonly value: Spread; readonly floor: Spread; readonly ratio: Spread }> {
  await subject();
  await floor();
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    values.push(await subject());
    floors.push(await floor());
  }
  const ratios = values.map((value, round) => value / (floors[round] ?? Number.NaN));
  return { value: spreadOf(values), floor: spreadOf(floors), ratio: spreadOf(ratios) };
}

/** Seconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
