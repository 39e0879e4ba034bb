import pg from 'pg';
import { connectMsOf } from '../../database-address.ts';
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

/** A connection that nobody used for a while is asked for by the system, or a firewall would forget it. */
export const IDLE_MS = 30_000;

/**
 * How long the answer to one statement may take before the connection counts as lost: a server that is silent, or that
 * packets do not reach any more, would keep whoever asks waiting for as long as the network tries, a quarter of an hour or
 * for ever. Not the server's own `statement_timeout`: a commit that it cuts off while it waits for a standby is called
 * done. What takes in is short, for its senders wait; the work of every day is in portions of moments.
 */
export const ANSWER_MS = { usual: 60_000, intake: 30_000, long: 60 * 60_000 } as const;

/** What is under way when a pool is to end has so long; of a server that is silent nothing more will come. */
export const END_MS = 1_500;

export interface Pool {
  /** A connection that is free, or a new one. */
  connect(): Promise<pg.PoolClient>;
  /** Resolves when no connection is left. Calling twice is fine. */
  end(): Promise<void>;
  /** Breaks off what is under way; whoever waits for a connection is told that the pool is at its end. */
  cut(): void;
}

export interface PoolOptions {
  readonly max: number;
  readonly answerMs: number;
}

/** Breaks off what a connection still waits for. */
export function breakOff(client: pg.Client): void {
  client.connection.stream.destroy();
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
export function openPool(url: string, { max, answerMs }: PoolOptions): Pool {
  const open = new Set<pg.Client>();
  const waiting = new Set<(reason: unknown) => void>();

  class Client extends pg.Client {
    constructor(config: pg.ClientConfig = {}) {
      // The pool counts the wait for a free connection and the making of a new one by one number.
      super({ ...config, connectionTimeoutMillis: connectMsOf(url) ?? CONNECT_MS });
      open.add(this);
      this.once('end', () => open.delete(this));
    }
  }

  const pool = new pg.Pool({
    connectionString: driverAddress(url),
    max,
    Client,
    types,
    connectionTimeoutMillis: WAIT_MS,
    query_timeout: answerMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: IDLE_MS,
    application_name: 'hearback',
    onConnect: async (client: pg.ClientBase) => {
      await client.query(SETTINGS);
    },
  } as pg.PoolConfig);
  // A connection that is lost while nobody uses it is no end of the process; whoever asks next opens another one.
  pool.on('error', () => undefined);

  function cut(): void {
    for (const client of open) breakOff(client);
    for (const reject of waiting) reject(new Error('Cannot use a pool after calling end on the pool'));
  }

  let ending: Promise<void> | undefined;
  async function end(): Promise<void> {
    const broken = Promise.withResolvers<void>();
    const late = setTimeout(() => {
      cut();
      broken.resolve();
    }, END_MS);
    await pool.end();
    // Of those that nobody used the pool only takes leave, and a socket whose leave nobody hears keeps the process alive.
    const left = [...open].map((client) => new Promise<void>((resolve) => client.once('end', resolve)));
    await Promise.race([Promise.all(left), broken.promise]);
    clearTimeout(late);
  }

  return {
    connect: () =>
      new Promise((resolve, reject) => {
        waiting.add(reject);
        const done = () => waiting.delete(reject);
        pool.connect().then(resolve, reject).finally(done);
      }),
    end() {
      ending ??= end();
      return ending;
    },
    cut,
  };
}
