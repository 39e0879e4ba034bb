import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { isKept, PORTION, type Row, type Source, type Target } from '../copy/side.ts';
import type { Database, Schema } from '../schema.ts';
import { createCommitGroup } from './commit-group.ts';
import { connect } from './connect.ts';
import { createDialect } from './dialect.ts';
import { sqliteMarks } from './mark-index.ts';
import { createStatements } from './statements.ts';

const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table'`;

function tablesOf(database: DatabaseSync): string[] {
  return database
    .prepare(TABLES)
    .all()
    .map(({ name }) => String(name))
    .filter(isKept);
}

/** @param path of a database whose schema is up to date */
export function openSqliteSource(path: string): Source {
  const database = new DatabaseSync(path, { readOnly: true });
  // Reads the first time here, and so sees this moment until its end.
  database.exec('BEGIN; SELECT 1 FROM sqlite_master');
  return {
    where: path,
    tables: async () => tablesOf(database),
    count: async (table) => Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.n),
    async *rows(table) {
      let portion: Row[] = [];
      for (const row of database.prepare(`SELECT * FROM "${table}"`).iterate()) {
        portion.push(row);
        if (portion.length < PORTION) continue;
        yield portion;
        portion = [];
      }
      if (portion.length > 0) yield portion;
    },
    numbers: async () => new Map(),
    close: async () => database.close(),
  };
}

/** @param path of a database whose schema is up to date */
export function openSqliteTarget(path: string): Target {
  const connections = connect(path);
  const commits = createCommitGroup(connections.writer, path);
  const db: Database = new Kysely<Schema>({
    dialect: createDialect(createStatements(connections.writer), path, commits),
  });
  return {
    where: path,
    marks: sqliteMarks,
    transaction: (work) => db.transaction().execute(work),
    tables: async () => tablesOf(connections.writer),
    async setNumbers(inside, numbers) {
      for (const [name, value] of numbers)
        await inside
          .insertInto('counter')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute();
    },
    async close() {
      await commits.close();
      connections.close();
    },
  };
}
