import { MIGRATIONS, type Migration } from '../../src/storage/migrations/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';

/** Upgrades the store in the folder of the first argument and dies at the moment that the second one names. */
const [directory = '', moment] = process.argv.slice(2);

function dieAt(here: string): void {
  if (here === moment) process.kill(process.pid, 'SIGKILL');
}

const dying: Migration = async (db) => {
  dieAt('before');
  await db.schema.alterTable('site').addColumn('motto', 'text').execute();
  dieAt('between');
  await db.schema.createIndex('siteMotto').on('site').column('motto').execute();
  dieAt('after');
};

await openSqliteStore({ directory, clock: { now: () => 0 }, migrations: [...MIGRATIONS, dying] });
