import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { describeStore } from './contract/index.ts';
import { temporaryDirectory } from './directory.ts';

describeStore('SQLite', async (clock) => {
  const directory = temporaryDirectory();
  const store = await openSqliteStore({ directory: directory.path, clock });
  return { writer: store, reader: store, close: () => store.close().finally(directory.remove) };
});

describeStore('SQLite, two processes on one file', async (clock) => {
  const directory = temporaryDirectory();
  const [writer, reader] = [
    await openSqliteStore({ directory: directory.path, clock }),
    await openSqliteStore({ directory: directory.path, clock }),
  ];
  return { writer, reader, close: () => Promise.all([writer.close(), reader.close()]).then(directory.remove) };
});
