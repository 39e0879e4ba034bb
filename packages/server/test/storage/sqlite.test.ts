import { putTables } from '../../../../test/support/tables.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { describeStore } from './contract/index.ts';
import { temporaryDirectory } from './directory.ts';

describeStore('SQLite', async (clock) => {
  const directory = temporaryDirectory();
  await putTables(openSqliteStore, directory.path);
  const store = await openSqliteStore({ directory: directory.path, clock });
  return { writer: store, reader: store, close: () => store.close().finally(directory.remove) };
});

describeStore('SQLite, two processes on one file', async (clock) => {
  const directory = temporaryDirectory();
  await putTables(openSqliteStore, directory.path);
  const [writer, reader] = [
    await openSqliteStore({ directory: directory.path, clock }),
    await openSqliteStore({ directory: directory.path, clock }),
  ];
  return { writer, reader, close: () => Promise.all([writer.close(), reader.close()]).then(directory.remove) };
});
