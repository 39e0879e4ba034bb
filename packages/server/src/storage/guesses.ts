import type { Guesser, Guesses } from '../ports/index.ts';
import { drawNumber } from './counter.ts';
import type { Doors } from './doors.ts';
import { lock } from './locks.ts';
import type { Database } from './schema.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const KNOWN_MS = 180 * DAY_MS;
const FROM_BLOCK = 20;
const HOUR_MS = 60 * 60_000;
/** Names and addresses are a stranger's to invent, at an Argon2 each: so many are remembered, and the oldest make room. */
const MOST = 20_000;

/**
 * After five failures each further one doubles the wait, to a quarter of an hour; a block of addresses has twenty an hour for
 * all accounts together. One from which the owner has come in before counts by itself, so that a stranger's guessing does
 * not lock the owner out.
 */
export function createGuesses(doors: Doors): Guesses {
  return {
    async begin(guesser, now) {
      // Who is told to wait costs no transaction, however often he asks.
      const waitMs = await waitOf(doors.read, guesser, now);
      if (waitMs > 0) return { ok: false, waitMs };
      return doors.write(async (db) => {
        const { account, block } = guesser;
        await lock(db, `guess at ${account}`, `guess from ${block ?? ''}`);
        const still = await waitOf(db, guesser, now);
        if (still > 0) return { ok: false, waitMs: still };
        const ticket = await drawNumber(db, 'guess');
        await db
          .deleteFrom('guess')
          .where((eb) => eb.or([eb('ticket', '<=', ticket - MOST), eb('until', '<=', now)]))
          .execute();
        const who = await nameOf(db, guesser, now);
        const counted = who.isKnown ? null : (block ?? null);
        await db
          .insertInto('guess')
          .values({ ticket, who: who.name, block: counted, at: now, until: now + DAY_MS })
          .execute();
        return { ok: true, ticket };
      });
    },
    succeeded: (guesser, ticket, now) =>
      doors.write(async (db) => {
        const { name } = await nameOf(db, guesser, now);
        const known = knownName(guesser);
        await db.deleteFrom('guess').where('who', 'in', [name, known]).execute();
        // With the number that it has: the ring's other end comes to whoever was not seen for the longest.
        const row = { ticket, who: known, block: null, at: now, until: now + KNOWN_MS };
        await db.deleteFrom('guess').where('ticket', '=', ticket).execute();
        await db.insertInto('guess').values(row).execute();
      }),
    undecided: (ticket) =>
      doors.write(async (db) => void (await db.deleteFrom('guess').where('ticket', '=', ticket).execute())),
  };
}

const knownName = ({ account, block }: Guesser): string => JSON.stringify(['known', account, block ?? null]);

/** What is counted: guesses at the account, or those from a block that its owner is known to use. */
async function nameOf(db: Database, guesser: Guesser, now: number) {
  const { account, block } = guesser;
  const known = await db
    .selectFrom('guess')
    .select('ticket')
    .where('who', '=', knownName(guesser))
    .where('until', '>', now)
    .executeTakeFirst();
  const isKnown = known !== undefined;
  return { isKnown, name: JSON.stringify(isKnown ? ['from', account, block ?? null] : ['at', account]) };
}

async function waitOf(db: Database, guesser: Guesser, now: number): Promise<number> {
  const { name, isKnown } = await nameOf(db, guesser, now);
  const failed = await db
    .selectFrom('guess')
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.max('at').as('last')])
    .where('who', '=', name)
    .where('until', '>', now)
    .executeTakeFirstOrThrow();
  const count = Number(failed.n);
  const delay = count < FREE_FAILURES ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (count - FREE_FAILURES), MAX_DELAY_MS);
  const byAccount = delay === 0 ? 0 : failed.last + delay - now;
  if (isKnown || guesser.block === undefined) return Math.max(0, byAccount);
  const full = await db
    .selectFrom('guess')
    .select('at')
    .where('block', '=', guesser.block)
    .where('at', '>', now - HOUR_MS)
    .orderBy('at', 'desc')
    .orderBy('ticket', 'desc')
    .limit(1)
    .offset(FROM_BLOCK - 1)
    .executeTakeFirst();
  return Math.max(0, byAccount, full === undefined ? 0 : full.at + HOUR_MS - now);
}
