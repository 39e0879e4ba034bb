import { type Account, accountWait, charge, freshAccount, type Terms } from '../client-account.ts';
import type { Admission, ClientAccounts } from '../ports/index.ts';
import { advance } from './budget-time.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';

/** No client is called so. */
const EVERYONE = '';
/** For a database that has no number for "without end". */
const MOST_TOKENS = 1_000_000_000;

export function createClientAccounts(doors: Doors): ClientAccounts {
  return {
    admit: (clients, terms, elapsed) =>
      doors.write(async (db) => {
        const now = await advance(db, elapsed);
        const names = [...new Set([EVERYONE, ...clients.filter((name) => name !== undefined)])];
        const accounts = await read(db, names);
        const accountOf = (name: string, its: Terms): Account => {
          const account = accounts.get(name) ?? freshAccount(its, now);
          accounts.set(name, account);
          return account;
        };
        const changed = new Map<string, Account>();
        function admit(name: string | undefined): Admission {
          const own = name === undefined ? undefined : accountOf(name, terms.client);
          const [waitMs, by] = own ? accountWait(own, terms.client, now) : ([0, 'perMinute'] as const);
          if (waitMs > 0) return { waitMs, by };
          const all = accountOf(EVERYONE, terms.all);
          const [allMs] = accountWait(all, terms.all, now);
          if (allMs > 0) return { waitMs: allMs, by: 'all' };
          charge(all);
          changed.set(EVERYONE, all);
          if (own && name !== undefined) {
            charge(own);
            changed.set(name, own);
          }
          return { waitMs: 0, by };
        }
        const admissions = clients.map(admit);
        await write(db, changed, now);
        return admissions;
      }),
  };
}

async function read(db: Database, names: readonly string[]): Promise<Map<string, Account>> {
  const rows = await db.selectFrom('clientAccount').selectAll().where('name', 'in', names).execute();
  return new Map(rows.map(({ name, tokens, at, dayEnds, today }) => [name, { tokens, at, dayEnds, today }]));
}

/** Those whose day is over start anew like those that never came. */
async function write(db: Database, accounts: ReadonlyMap<string, Account>, now: number): Promise<void> {
  if (accounts.size === 0) return;
  await db.deleteFrom('clientAccount').where('dayEnds', '<=', now).execute();
  const rows = [...accounts].map(([name, account]) => ({
    ...account,
    name,
    tokens: Math.min(account.tokens, MOST_TOKENS),
  }));
  await db
    .insertInto('clientAccount')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({
        tokens: eb.ref('excluded.tokens'),
        at: eb.ref('excluded.at'),
        dayEnds: eb.ref('excluded.dayEnds'),
        today: eb.ref('excluded.today'),
      })),
    )
    .execute();
}
