import { serve } from '../test/support/command.ts';
import { startPostgres } from '../test/support/postgres/server.ts';
import { startFloor } from './lib/child.ts';
import { type Subject, spreadOf } from './lib/figure.ts';
import { type LoadResult, pour } from './lib/load.ts';
import { processorOf } from './lib/processor.ts';
import { alternate } from './lib/rounds.ts';
import { listenInSilence, SITE } from './lib/silent-hosts.ts';

const CONNECTIONS = 32;

/** Pingbacks accepted, and on the disk of a PostgreSQL on the same machine, per second by a process of the role `web`. */
export const intakeOnPostgres: Subject = async ({ rounds, seconds }) => {
  const database = await startPostgres({ fsync: true });
  const silence = await listenInSilence();
  const floor = await startFloor('receiver');
  const server = await serve(
    [
      ...['--database', await database.createDatabase(), '--role', 'web', '--public-url', 'https://hear.example'],
      ...['--site', SITE, '--limits', 'off', '--allow-network', '127.0.0.0/8'],
    ],
    {},
  );
  const runs: LoadResult[] = [];
  const costs: { readonly server: number; readonly database: number }[] = [];
  const spent = () => ({ server: processorOf(server.process.pid ?? 0), database: processorOf(database.pid) });
  try {
    const speed = await alternate(
      rounds,
      async () => {
        const before = spent();
        const run = await pour({ url: server.url, connections: CONNECTIONS, seconds, pair: silence.pair });
        const [after, count] = [spent(), run.perSecond * seconds];
        costs.push({
          server: (after.server - before.server) / count,
          database: (after.database - before.database) / count,
        });
        runs.push(run);
        return run.perSecond;
      },
      async () => (await pour({ url: floor.url, connections: CONNECTIONS, seconds, pair: silence.pair })).perSecond,
    );
    // The first was the warm-up.
    const [measured, cost] = [runs.slice(1), costs.slice(1)];
    const of = (who: 'server' | 'database') => spreadOf(cost.map((one) => one[who])).median.toFixed(3);
    const p99 = spreadOf(measured.map((run) => run.p99));
    return [
      {
        name: 'accepted pingbacks, PostgreSQL',
        unit: '/s',
        ...speed,
        goal: { of: 'ratio', is: 'at least', bound: 0.3 },
        condition: `${CONNECTIONS} kept connections, distinct pairs, synchronous_commit on, limits off; floor: bare node:http with the same receiver and no storage; server, PostgreSQL and generator share this machine; a pingback takes ${of('server')} ms of the server’s processor and ${of('database')} ms of PostgreSQL’s; p99 ${p99.median.toFixed(1)} ms`,
      },
    ];
  } finally {
    await server.stop();
    await floor.stop();
    silence.close();
    await database.stop();
  }
};
