import { type Kysely, sql } from 'kysely';
import { errorCode } from '../../../errors.ts';
import type { Accepted, NewMention } from '../../../ports/index.ts';
import type { Schema } from '../../schema.ts';
import { closed, collided, triesFor } from '../failure.ts';
import { writeBatch } from './write-batch.ts';

export interface Intake {
  /** See `Mentions.accept`. */
  accept(mention: NewMention): Promise<Accepted>;
  /** Rejects when nothing could be accepted now, with the reason. */
  check(): Promise<void>;
  /** Resolves when everything that was handed over is decided. */
  close(): Promise<void>;
}

interface Call {
  readonly mention: NewMention;
  readonly resolve: (accepted: Accepted) => void;
  readonly reject: (reason: unknown) => void;
}

/** Longer batches would make their first mention wait. */
const MOST = 256;

/**
 * The way in: what arrives in one round of the event loop, or while the batches before it are being committed, is stored
 * by one statement and one commit. With two batches under way one is read by the server while the other is synced; more
 * would wait for each other in the counts of the day.
 */
export function createIntake(db: Kysely<Schema>, where: string, mostUnderWay: number, onDue: () => void): Intake {
  const waiting: Call[] = [];
  let underWay = 0;
  let due = false;
  let closing: { readonly done: () => void } | undefined;

  function begin(): void {
    due = false;
    while (underWay < mostUnderWay && waiting.length > 0) void store(waiting.splice(0, MOST));
  }

  async function store(calls: readonly Call[]): Promise<void> {
    underWay += 1;
    await settle(calls);
    underWay -= 1;
    if (waiting.length > 0) begin();
    else if (underWay === 0) closing?.done();
  }

  async function settle(calls: readonly Call[]): Promise<void> {
    try {
      const accepted = await again(calls.map(({ mention }) => mention));
      for (const [at, { resolve }] of calls.entries()) resolve(accepted[at] as Accepted);
      onDue();
    } catch (error) {
      // One bad row must not turn its neighbours away: each is tried for itself.
      if (calls.length > 1 && isAboutARow(error)) for (const call of calls) await settle([call]);
      else for (const { reject } of calls) reject(triesFor(error) > 0 ? collided(where, error) : error);
    }
  }

  /** Nothing of a batch is stored when it meets another one: it is written anew. */
  async function again(mentions: readonly NewMention[]): Promise<readonly Accepted[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await writeBatch(db, mentions);
      } catch (error) {
        if (tries >= triesFor(error)) throw error;
      }
    }
  }

  return {
    accept: (mention) =>
      new Promise((resolve, reject) => {
        if (closing) {
          reject(closed(where));
          return;
        }
        waiting.push({ mention, resolve, reject });
        if (due || underWay >= mostUnderWay) return;
        due = true;
        setImmediate(begin);
      }),
    async check() {
      await sql`SELECT 1`.execute(db);
    },
    close: () =>
      new Promise((resolve) => {
        closing = { done: resolve };
        if (underWay === 0 && waiting.length === 0) resolve();
      }),
  };
}

/** What the server says of values, and not of itself or of the way to it: classes 22, 23, 40 and 54 of SQLSTATE. */
function isAboutARow(error: unknown): boolean {
  return /^(?:22|23|40|54)/.test(errorCode(error));
}
