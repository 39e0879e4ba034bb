import pg from 'pg';
import type { Wakeups } from '../../ports/index.ts';
import { driverAddress } from './address.ts';
import { breakOff, END_MS, IDLE_MS } from './pool.ts';

export interface PostgresWakeups extends Wakeups {
  /** Something due was committed. Cheap; many within a moment are told as one. */
  tell(): void;
  close(): Promise<void>;
}

const CHANNEL = 'hearback_due';
/** Others are told at once, and then at most this often: a thousand notifications a second need no thousand words. */
const GAP_MS = 20;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * `LISTEN` and `NOTIFY` on a connection of their own, which comes back by itself. Told after the commit and not in it:
 * a transaction with a NOTIFY in it takes a lock of the whole server for its commit, so that the syncs of all that take
 * notifications in would come one after the other. What a crash between the two leaves untold is found by looking.
 */
export function createWakeups(url: string): PostgresWakeups {
  const hearers = new Set<() => void>();
  let connected: Promise<pg.Client | undefined> | undefined;
  let pause = FIRST_PAUSE_MS;
  let again: NodeJS.Timeout | undefined;
  let telling: NodeJS.Timeout | undefined;
  let isUntold = false;
  let isClosed = false;
  let current: pg.Client | undefined;

  const call = () => {
    for (const hear of hearers) hear();
  };

  function lose(client: pg.Client): void {
    client.removeAllListeners('notification');
    breakOff(client);
    // It may have been lost before, and what is there now is another one.
    if (client !== current || isClosed) return;
    current = undefined;
    connected = undefined;
    if (hearers.size === 0) return;
    // A server that comes back must not be met by all processes in the same moment.
    again = setTimeout(connect, pause * (0.5 + Math.random())).unref();
    pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
  }

  async function open(): Promise<pg.Client | undefined> {
    const client = new pg.Client({
      connectionString: driverAddress(url),
      connectionTimeoutMillis: LONGEST_PAUSE_MS,
      query_timeout: LONGEST_PAUSE_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: IDLE_MS,
      application_name: 'hearback wake-ups',
    });
    current = client;
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    try {
      await client.connect();
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      client.on('notification', ({ processId }) => processId !== rows[0]?.pid && call());
      await client.query(`LISTEN ${CHANNEL}`);
      pause = FIRST_PAUSE_MS;
      // What was told while nobody listened is lost.
      call();
      return client;
    } catch {
      lose(client);
      return undefined;
    }
  }

  function connect(): Promise<pg.Client | undefined> {
    clearTimeout(again);
    connected ??= open();
    return connected;
  }

  /** One after the other: a connection answers one question at a time. */
  let sending: Promise<unknown> = Promise.resolve();
  function send(): void {
    sending = sending.then(async () => {
      const client = await connect();
      await client?.query(`NOTIFY ${CHANNEL}`).catch(() => lose(client));
    });
  }

  function tell(): void {
    if (isClosed) return;
    if (telling) {
      isUntold = true;
      return;
    }
    isUntold = false;
    telling = setTimeout(() => {
      telling = undefined;
      if (isUntold) tell();
    }, GAP_MS).unref();
    send();
  }

  return {
    tell,
    hear(onDue) {
      hearers.add(onDue);
      void connect();
      return () => hearers.delete(onDue);
    },
    async close() {
      isClosed = true;
      clearTimeout(again);
      clearTimeout(telling);
      const client = current;
      if (client === undefined) return;
      const late = setTimeout(() => breakOff(client), END_MS);
      await client.end().catch(() => {});
      clearTimeout(late);
    },
  };
}
