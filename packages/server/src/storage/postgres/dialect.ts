import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { explain, isLost, isOutdated, isSilent } from './failure.ts';
import { parameterOf } from './parameters.ts';
import { breakOff, type Pool } from './pool.ts';

/** More texts than the program has; lists of varying length must not fill the memory of the server. */
const MOST_NAMED = 600;

interface Connection extends DatabaseConnection {
  query(text: string): Promise<pg.QueryResult>;
  release(): void;
}

/** An address that is none, or a file of its that is not there, is found out here, and thrown and not promised. */
async function clientOf(pool: Pool): Promise<pg.PoolClient> {
  return pool.connect();
}

/** Kysely over `pg`. Statements are prepared once a connection: half of the time of a small one is its planning. */
export function createDialect(pool: Pool, where: string): Dialect {
  const names = new Map<string, string>();

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMED) return known;
    const name = `hearback_${names.size}`;
    names.set(text, name);
    return name;
  }

  async function connect(): Promise<Connection> {
    const client = await clientOf(pool).catch((error) => {
      throw explain(error, where);
    });
    let broken = false;
    /** Work that asks for several things at once inside a transaction gets them one after the other. */
    let before: Promise<unknown> = Promise.resolve();
    const inTurn = (query: pg.QueryConfig): Promise<pg.QueryResult> => {
      const asked = before.then(() => client.query(query));
      before = asked.catch(() => undefined);
      return asked;
    };
    const fail = (error: unknown) => {
      broken ||= isLost(error) || isOutdated(error);
      // Or what is asked next, if only to take back what was begun, would wait as long again.
      if (isSilent(error)) breakOff(client as pg.PoolClient & pg.Client);
      return explain(error, where);
    };
    // The pool listens only while nobody uses it.
    const onError = () => {
      broken = true;
    };
    client.on('error', onError);
    return {
      async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const name = nameOf(text);
        try {
          const result = await inTurn({ text, values: parameters.map(parameterOf), ...(name && { name }) });
          const { rows, rowCount, command } = result;
          if (command === 'SELECT') return { rows };
          return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
        } catch (error) {
          throw fail(error);
        }
      },
      async query(text) {
        try {
          return await inTurn({ text });
        } catch (error) {
          throw fail(error);
        }
      },
      release() {
        client.off('error', onError);
        client.release(broken);
      },
      streamQuery() {
        throw new Error('the storage reads in pages and streams nothing');
      },
    };
  }

  const on = (connection: DatabaseConnection) => connection as Connection;
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: connect,
      beginTransaction: async (connection, { isolationLevel }) =>
        void (await on(connection).query(`BEGIN${isolationLevel ? ` ISOLATION LEVEL ${isolationLevel}` : ''}`)),
      async commitTransaction(connection) {
        // After a statement that failed PostgreSQL answers a COMMIT by taking everything back, and calls it no error.
        const { command } = await on(connection).query('COMMIT');
        if (command !== 'COMMIT')
          throw new Error(`${where}: a statement of the transaction had failed; nothing was stored`);
      },
      // What cannot be taken back any more is taken back by the server, which lost the connection too.
      rollbackTransaction: async (connection) =>
        void (await on(connection)
          .query('ROLLBACK')
          .catch(() => undefined)),
      releaseConnection: async (connection) => on(connection).release(),
      destroy: async () => undefined,
    }),
  };
}
