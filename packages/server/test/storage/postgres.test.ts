import { ask } from '../../../../test/support/postgres/server.ts';
import { freshDatabase } from '../../../../test/support/postgres/shared.ts';
import { openPostgresStore } from '../../src/storage/postgres/open.ts';
import { describeStore } from './contract/index.ts';

/** One for all tests here, emptied before each: to make one for each would take longer than the tests. */
let made: Promise<string> | undefined;

const EMPTY = `DO $$ DECLARE one name; BEGIN
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schemaVersion' LOOP
    EXECUTE format('DELETE FROM %I', one); END LOOP; END $$`;

async function emptyDatabase(): Promise<string> {
  made ??= freshDatabase();
  const url = await made;
  await ask(url, EMPTY);
  return url;
}

// Two stores, for what one process wrote must be what the other one finds; one alone proves nothing more.
describeStore('PostgreSQL, two processes on one database', async (clock) => {
  const url = await emptyDatabase();
  const [writer, reader] = [await openPostgresStore({ url, clock }), await openPostgresStore({ url, clock })];
  return { writer, reader, close: () => Promise.all([writer.close(), reader.close()]).then(() => undefined) };
});
