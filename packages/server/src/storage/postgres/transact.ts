import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { settle } from '../at-end.ts';
import type { Doors } from '../doors.ts';
import { isDue } from '../due.ts';
import { countAtEnd } from '../late-counts.ts';
import type { Schema } from '../schema.ts';
import { collided, triesFor } from './failure.ts';

/** Longer after each try, and not the same for two who met. */
const pause = (tries: number): Promise<void> => delay(Math.random() * Math.min(200, 4 * 2 ** tries));

/**
 * Runs work in a transaction, and again from its beginning when another transaction came in its way. So work writes to the
 * database alone, or does what may be done twice. `onDue` hears when something was put into the queue.
 */
export function createTransact(db: Kysely<Schema>, where: string, onDue: () => void): Doors['write'] {
  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        let due = false;
        const done = await db.transaction().execute(async (transaction) => {
          countAtEnd(transaction);
          const done = await work(transaction);
          await settle(transaction);
          due = isDue(transaction);
          return done;
        });
        if (due) onDue();
        return done;
      } catch (error) {
        const most = triesFor(error);
        if (most === 0) throw error;
        if (tries >= most) throw collided(where, error);
      }
      await pause(tries);
    }
  };
}
