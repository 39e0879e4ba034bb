import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../../../../test/support/postgres/shared.ts';
import type { Store } from '../../../src/ports/index.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { NOON } from '../contract/opened.ts';
import { newMention, step } from '../contract/samples.ts';

const MANY = 300;
let stores: readonly Store[] = [];
beforeAll(async () => {
  const url = await freshDatabase();
  stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore({ url, clock: { now: () => NOON } })));
});
afterAll(() => Promise.all(stores.map((store) => store.close())));

const times = <T>(make: (nth: number, store: Store) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: MANY }, (_, nth) => make(nth, stores[nth % stores.length] as Store)));

it('what came in one millisecond is checked by four processes at once, and each gets a place of its own', async () => {
  const accepted = await times((n, store) => store.mentions.accept(newMention(`burst${n}`)));
  const live = { link: 'live', checkedAt: NOON, lastSeenAt: NOON } as const;
  await times((n, store) => store.mentions.recordCheck(accepted[n]?.id ?? '', live, [step(NOON)]));
  // By the index of marks, which knows mentions by their places.
  expect(await stores[0]?.mentions.count({ isListed: true }, 2 * MANY)).toBe(MANY);
});
