import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../../../test/support/postgres/server.ts';
import { freshDatabase } from '../../../../../test/support/postgres/shared.ts';
import type { Store } from '../../../src/ports/index.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { NOON } from '../contract/opened.ts';
import { newDelivery, publish, step } from '../contract/samples.ts';

let url = '';
let store: Store;
beforeAll(async () => {
  url = await freshDatabase();
  store = await openPostgresStore({ url, clock: { now: () => NOON } });
});
afterAll(() => store.close());

/** In how many rows of all tables a text stands. */
const FOUND = `SELECT sum((xpath('/row/n/text()', query_to_xml(format(
  'SELECT count(*) AS n FROM %I AS t WHERE t::text LIKE ''%%bob.example%%''', tablename), true, true, '')))[1]::text::int) AS n
  FROM pg_tables WHERE schemaname = 'public'`;

describe('R25: what is to be forgotten, in PostgreSQL', () => {
  it('stands in no row of any table any more, and the others are all there', async () => {
    await publish(store, 'bob');
    await publish(store, 'carol');
    await store.mentions.note('id-bob', step(NOON, 'https://bob.example/entry said so'));
    await store.deliveries.add([newDelivery('bob')], {
      step: 'found',
      outcome: 'found',
      reason: 'https://bob.example/',
    });
    await store.refusals.add({
      ...{ id: 'r', site: 'home.example', protocol: 'pingback', reason: 'no', at: NOON },
      ...{ source: 'https://www.bob.example/', target: 'https://home.example/' },
    });
    expect(Number((await ask(url, FOUND)).rows[0].n)).toBeGreaterThan(3);
    expect(await store.forget({ host: 'bob.example' })).toEqual({ mentions: 1, deliveries: 1, refusals: 1 });
    expect(Number((await ask(url, FOUND)).rows[0].n)).toBe(0);
    expect((await store.mentions.list({ words: 'carol', limit: 5 })).map(({ id }) => id)).toEqual(['id-carol']);
    expect((await ask(url, 'SELECT count(*)::int AS n FROM "mentionMark"')).rows).toEqual([{ n: 1 }]);
  });
});
