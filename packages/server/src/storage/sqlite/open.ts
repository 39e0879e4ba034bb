import { setImmediate as nextRound } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { HearbackError } from '../../errors.ts';
import type { Clock, Store } from '../../ports/index.ts';
import { type Doors, doorsInside } from '../doors.ts';
import { forget } from '../forget/forget.ts';
import { migrate } from '../migrate.ts';
import { LEAST_KNOWN, MIGRATIONS, type Migration } from '../migrations/index.ts';
import type { Schema } from '../schema.ts';
import { createTables } from '../tables.ts';
import { backUpBeforeMigrating } from './backup/before-migrating.ts';
import { createCommitGroup } from './commit-group.ts';
import { connect } from './connect.ts';
import { createDialect } from './dialect.ts';
import { explain } from './failure.ts';
import { prepareFile } from './files.ts';
import { createIntake } from './intake/intake.ts';
import { emptyLog } from './log-file.ts';
import { hasNoLog, isMarkedOpen, markClosed, markOpen, missingLog } from './mark.ts';
import { sqliteMarks } from './mark-index.ts';
import { probe } from './probe.ts';
import { createRightOfWay } from './right-of-way.ts';
import { createStatements } from './statements.ts';
import { requireSafeSqlite } from './version.ts';
import { createWakeups } from './wakeups.ts';

export interface SqliteStoreOptions {
  /** Made when it is missing; the file in it is `hearback.db`. Several processes may open the same one. */
  readonly directory: string;
  readonly clock: Clock;
  /** Every one of Hearback's unless told; a test of upgrades brings its own. */
  readonly migrations?: readonly Migration[];
  /** How many of them an older program has to know to run beside this one. */
  readonly leastKnown?: number;
  /** Hears which version the schema had and which one this program has; `undefined` stands for an empty database. */
  readonly onSchema?: (before: number | undefined, now: number) => void;
  /** Milliseconds to wait for another process that holds the write lock, 5,000 unless told. */
  readonly lockWaitMs?: number;
  /**
   * Hears once, in one line, that the disk failed. From then on every write rejects: the process should end, and what is
   * on disk be read anew by the next.
   */
  readonly onBroken?: (reason: HearbackError) => void;
  /**
   * Hears, in one line, that the file was copied without the log that belongs to it. Whoever gives this is a server: the
   * file is marked as in use while the store is open.
   */
  readonly onMissingLog?: (sentence: string) => void;
}

/**
 * Opens the embedded store and brings its schema up to date.
 * @throws HearbackError `storage`, one line that names the file, when it cannot be used
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { directory, clock, migrations = MIGRATIONS, leastKnown = LEAST_KNOWN } = options;
  requireSafeSqlite(process.versions.sqlite);
  const path = prepareFile(directory);
  const alone = hasNoLog(path);
  const connections = connect(path);
  if (options.onMissingLog && alone && isMarkedOpen(connections.writer)) options.onMissingLog(missingLog(path));
  const lockWait = options.lockWaitMs === undefined ? {} : { lockWaitMs: options.lockWaitMs };
  const rightOfWay = createRightOfWay();
  const commits = createCommitGroup(connections.writer, path, { ...lockWait, rightOfWay, onBroken: breakOff });
  const intake = createIntake(path, { ...lockWait, rightOfWay, onBroken: breakOff });
  const writer = new Kysely<Schema>({ dialect: createDialect(createStatements(connections.writer), path, commits) });
  const reader = new Kysely<Schema>({ dialect: createDialect(createStatements(connections.reader), path) });
  const write: Doors['write'] = (work) => writer.transaction().execute(work);
  try {
    await backUpBeforeMigrating(connections.reader, path, migrations.length);
    const migrating = { migrations, leastKnown, marks: sqliteMarks, where: path };
    const before = await write((db) => migrate(db as Kysely<unknown>, migrating));
    options.onSchema?.(before, migrations.length);
    if (options.onMissingLog) markOpen(connections.writer);
  } catch (error) {
    await commits.close();
    connections.close();
    throw explain(error, path);
  }

  /** Both write to one log: what one cannot confirm the other must not. */
  function breakOff(reason: HearbackError): void {
    commits.breakOff(reason);
    intake.breakOff(reason);
    options.onBroken?.(reason);
  }

  let closing: Promise<void> | undefined;
  async function finish(): Promise<void> {
    await Promise.all([intake.close(), commits.close()]);
    if (options.onMissingLog) markClosed(connections.writer);
    connections.close();
  }
  const tables = createTables({ read: reader, write }, clock, intake.accept, sqliteMarks);
  return {
    ...tables,
    wakeups: createWakeups(connections.reader),
    transaction: (work) => write((db) => work(createTables(doorsInside(db), clock, refuseIntake, sqliteMarks))),
    // Taking the write lock and syncing something is the only honest answer to "can it be written?".
    async forget(whom) {
      const forgotten = await write((db) => forget(db, whom, clock.now()));
      emptyLog(connections.writer, path);
      return forgotten;
    },
    async check() {
      await Promise.all([write(probe), intake.check()]);
    },
    close() {
      // One round of the event loop: mentions that arrived before the call are still written.
      closing ??= nextRound().then(finish);
      return closing;
    },
  };
}

async function refuseIntake(): Promise<never> {
  throw new HearbackError('storage', 'Mentions.accept commits for itself; call it outside Store.transaction.');
}
