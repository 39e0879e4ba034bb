import { Kysely, sql } from 'kysely';
import type pg from 'pg';
import { isKept, PORTION, type Row, type Source, type Target } from '../copy/side.ts';
import { DRAWN, sequenceOf } from '../counter.ts';
import type { Schema } from '../schema.ts';
import { printableAddress } from './address.ts';
import { createDialect } from './dialect.ts';
import { explain } from './failure.ts';
import { postgresMarks } from './mark-index.ts';
import { ANSWER_MS, openPool } from './pool.ts';
import { textColumns } from './text-columns.ts';

const TABLES = 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()';

const keptOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).filter(isKept);

/** The schema must be up to date. */
export async function openPostgresSource(url: string): Promise<Source> {
  const where = printableAddress(url);
  const pool = openPool(url, { max: 1, answerMs: ANSWER_MS.long });
  const client = await pool.connect().catch((error) => {
    throw explain(error, where);
  });
  client.on('error', () => undefined);
  async function ask<R extends pg.QueryResultRow>(text: string): Promise<R[]> {
    try {
      return (await client.query<R>(text)).rows;
    } catch (error) {
      throw explain(error, where);
    }
  }
  await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    where,
    tables: async () => keptOf(await ask(TABLES)),
    async count(table) {
      const [row] = await ask<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`);
      return row?.n ?? 0;
    },
    async *rows(table) {
      await ask(`DECLARE portion NO SCROLL CURSOR FOR SELECT * FROM "${table}"`);
      for (;;) {
        const rows = await ask<Row>(`FETCH ${PORTION} FROM portion`);
        if (rows.length === 0) break;
        yield rows;
      }
      await ask('CLOSE portion');
    },
    async numbers() {
      const numbers = new Map<string, number>();
      for (const name of DRAWN) {
        const [row] = await ask<{ n: number; used: boolean }>(
          `SELECT last_value AS n, is_called AS used FROM "${sequenceOf(name)}"`,
        );
        if (row?.used) numbers.set(name, row.n);
      }
      return numbers;
    },
    async close() {
      client.release(true);
      await pool.end();
    },
  };
}

/** The schema must be up to date. */
export function openPostgresTarget(url: string): Target {
  const where = printableAddress(url);
  const pool = openPool(url, { max: 1, answerMs: ANSWER_MS.long });
  const db = new Kysely<Schema>({ dialect: createDialect(pool, where), plugins: [textColumns] });
  return {
    where,
    marks: postgresMarks,
    transaction: (work) => db.transaction().execute(work),
    tables: async () => keptOf((await sql<{ name: string }>`${sql.raw(TABLES)}`.execute(db)).rows),
    async setNumbers(inside, numbers) {
      for (const name of DRAWN) {
        const number = numbers.get(name);
        if (number !== undefined)
          await sql`SELECT setval(${`"${sequenceOf(name)}"`}::regclass, ${number}::bigint)`.execute(inside);
      }
    },
    close: () => pool.end(),
  };
}
