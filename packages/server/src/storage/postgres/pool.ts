import pg from 'pg';
import { driverAddress } from './address.ts';

const INT8 = 20;
const NUMERIC = 1700;

/** Milliseconds, places and counts come as numbers, as SQLite gives them: all of them are below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 || oid === NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

const CONNECT_MS = 5_000;
/** For one that is free: longer than that nobody who asks waits. */
const WAIT_MS = 30_000;

/** The pool counts the wait for a free connection and the making of a new one by one number. */
class Client extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS });
  }
}

/**
 * Accepted means on disk, whatever the server's default; what is read inside a transaction is what is there now, for the
 * locks that the storage takes say who comes first; and a process that hangs in a transaction must not stop the others.
 */
const SETTINGS = `
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
  SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;
  SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = 'warning'; SET jit = off`;

/** Connections that come back by themselves after they were lost. */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: driverAddress(url),
    max,
    Client,
    types,
    connectionTimeoutMillis: WAIT_MS,
    keepAlive: true,
    application_name: 'hearback',
    onConnect: async (client: pg.ClientBase) => {
      await client.query(SETTINGS);
    },
  } as pg.PoolConfig);
  // A connection that is lost while nobody uses it is no end of the process; whoever asks next opens another one.
  pool.on('error', () => undefined);
  return pool;
}
