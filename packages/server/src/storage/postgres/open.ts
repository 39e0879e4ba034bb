import { setImmediate as nextRound } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { HearbackError } from '../../errors.ts';
import type { Clock, Store } from '../../ports/index.ts';
import { doorsInside } from '../doors.ts';
import { forget } from '../forget/forget.ts';
import { refuseNewer } from '../migrate.ts';
import { LEAST_KNOWN, MIGRATIONS, type Migration } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';
import { createTables } from '../tables.ts';
import { printableAddress } from './address.ts';
import { bringUp, versionOf } from './bring-up.ts';
import { createDialect } from './dialect.ts';
import { closed, explainStart, isRightMissing } from './failure.ts';
import { createIntake } from './intake/intake.ts';
import { postgresMarks } from './mark-index.ts';
import { ANSWER_MS, END_MS, openPool } from './pool.ts';
import { probe } from './probe.ts';
import { inBundles } from './refusals.ts';
import { requireRights } from './rights.ts';
import { requireServer } from './server.ts';
import { textColumns } from './text-columns.ts';
import { createTransact } from './transact.ts';
import { createWakeups } from './wakeups.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. Any number of processes may open the same one. */
  readonly url: string;
  readonly clock: Clock;
  /** Every one of Hearback's unless told; a test of upgrades brings its own. */
  readonly migrations?: readonly Migration[];
  /** How many of them an older program has to know to run beside this one. */
  readonly leastKnown?: number;
  /** Refuses a database that Hearback never used, for those who only look. */
  readonly mustExist?: boolean;
  /** Hears which version the schema had and which one this program has; `undefined` stands for an empty database. */
  readonly onSchema?: (before: number | undefined, now: number) => void;
  /** Connections of this process for reading, for writing and for the intake. */
  readonly connections?: { readonly read: number; readonly write: number; readonly intake: number };
  /** How long the answer to a statement may take (`ANSWER_MS` unless told). */
  readonly answerMs?: { readonly usual: number; readonly intake: number; readonly long: number };
}

/** A server allows a hundred as a rule: six processes. */
const CONNECTIONS = { read: 4, write: 8, intake: 2 };

/**
 * Opens a database on a server and brings its schema up to date. A connection that is lost later is opened anew: what was
 * asked by it rejects, with one line, and what was acknowledged is on disk.
 * @throws HearbackError `storage`, one line that names the address without its password, when it cannot be used
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<Store> {
  const {
    url,
    clock,
    migrations = MIGRATIONS,
    leastKnown = LEAST_KNOWN,
    connections = CONNECTIONS,
    answerMs = ANSWER_MS,
  } = options;
  const where = printableAddress(url);
  const pools = {
    read: openPool(url, { max: connections.read, answerMs: answerMs.usual }),
    write: openPool(url, { max: connections.write, answerMs: answerMs.usual }),
    intake: openPool(url, { max: connections.intake, answerMs: answerMs.intake }),
    // An index over a long table takes minutes, and whoever starts beside waits for it.
    schema: openPool(url, { max: 1, answerMs: answerMs.long }),
  };
  const open = (pool: keyof typeof pools) =>
    new Kysely<Schema>({ dialect: createDialect(pools[pool], where), plugins: [textColumns] });
  const [reader, writer] = [open('read'), open('write')];
  const wakeups = createWakeups(url);
  const write = createTransact(writer, where, wakeups.tell);
  const change = createTransact(open('schema'), where, wakeups.tell);
  const endPools = () =>
    Promise.all([wakeups.close(), ...Object.values(pools).map((pool) => pool.end())]).then(() => undefined);
  try {
    const bare = writer as unknown as Kysely<unknown>;
    await requireServer(bare, where);
    const found = await versionOf(bare);
    if (found === undefined && options.mustExist) throw empty(where);
    if (found) refuseNewer(found, migrations.length, where);
    if (found === undefined || found.version < migrations.length)
      await change((db) => bringUp(db, { migrations, leastKnown, marks: postgresMarks, where })).catch((error) => {
        throw found && isRightMissing(error) ? older(where, found.version, migrations.length) : error;
      });
    // Who only looks needs none to write.
    if (!options.mustExist) await requireRights(writer, where);
    options.onSchema?.(found?.version, migrations.length);
    await pools.schema.end();
  } catch (error) {
    await endPools();
    throw explainStart(error, where);
  }
  const intake = createIntake(open('intake'), where, connections.intake, wakeups.tell);

  let closing: Promise<void> | undefined;
  async function finish(): Promise<void> {
    // Of a server that is silent nothing comes any more of what the intake has under way.
    const late = setTimeout(() => pools.intake.cut(), END_MS);
    await intake.close();
    clearTimeout(late);
    await endPools();
  }

  const tables = createTables({ read: reader, write }, clock, intake.accept, postgresMarks);
  return {
    ...tables,
    wakeups: { hear: wakeups.hear },
    refusals: inBundles(tables.refusals, write),
    transaction: (work) => write((db) => work(createTables(doorsInside(db), clock, refuseIntake, postgresMarks))),
    forget: (whom) => write((db) => forget(db, whom, clock.now())),
    async check() {
      if (closing) throw closed(where);
      const mayWrite = write(async (db) => {
        await requireRights(db, where);
        await probe(db);
      });
      await Promise.all([mayWrite, intake.check()]);
    },
    close() {
      // One round of the event loop: mentions that arrived before the call are still written.
      closing ??= nextRound().then(finish);
      return closing;
    },
  };
}

function older(where: string, version: number, wanted: number): HearbackError {
  return new HearbackError(
    'storage',
    `${where} has the schema of an older Hearback (${version}, this program needs ${wanted}), and the user may not change it; run "hearback migrate" as the owner of its tables, then start again.`,
  );
}

function empty(where: string): HearbackError {
  return new HearbackError(
    'storage',
    `There are no Hearback data in ${where}: correct --database, or start "hearback serve" first.`,
  );
}

async function refuseIntake(): Promise<never> {
  throw new HearbackError('storage', 'Mentions.accept commits for itself; call it outside Store.transaction.');
}
