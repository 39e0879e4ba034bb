import { poll } from '../support/poll.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { openProxy } from './proxy.ts';

/** A primary and a standby that follows it. */
export interface Pair extends AsyncDisposable {
  readonly primary: PostgresServer;
  readonly standby: PostgresServer;
  /** From here on the standby hears nothing of the primary. */
  cutOff(): void;
  /** Makes the standby a primary. */
  promote(): Promise<void>;
}

const NOBODY = 1;

/** @param isSynchronous whether the primary confirms a commit only when the standby has it on its disk */
export async function openPair(isSynchronous: boolean): Promise<Pair> {
  const primary = await startPostgres({ fsync: true });
  const between = await openProxy(primary.port);
  const standby = await startPostgres({ fsync: true, follow: between.port });
  if (isSynchronous) {
    await primary.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
    await primary.query('SELECT pg_reload_conf()');
  }
  const stateOf = async () => (await primary.query('SELECT state, sync_state FROM pg_stat_replication')).rows[0];
  await poll(stateOf, (row) => row?.state === 'streaming' && row.sync_state === (isSynchronous ? 'sync' : 'async'));
  return {
    primary,
    standby,
    cutOff: () => between.leadTo(NOBODY),
    async promote() {
      await standby.query('SELECT pg_promote()');
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([primary.stop(), standby.stop()]);
      await between[Symbol.asyncDispose]();
    },
  };
}
