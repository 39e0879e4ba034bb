import { serve, temporary } from '../test/support/command.ts';
import { memoryOf, startFloor } from './lib/child.ts';
import { type Figure, type Subject, spreadOf } from './lib/figure.ts';
import { type LoadResult, pour } from './lib/load.ts';
import { alternate } from './lib/rounds.ts';
import { listenInSilence, SITE } from './lib/silent-hosts.ts';

const CONNECTIONS = 32;
/**
 * Pingbacks accepted, and on disk, per second by the real command, against the receiver without storage. The sources live
 * on hosts that take a connection and say nothing: the verifications that run wait for them, and leave the processor to
 * what is measured.
 */
export const intake: Subject = async ({ rounds, seconds }) => {
  await using data = await temporary();
  const silence = await listenInSilence();
  const floor = await startFloor('receiver');
  const server = await serve(
    ['--data', data.path, '--site', SITE, '--limits', 'off', '--allow-network', '127.0.0.0/8'],
    {},
  );
  const runs: Record<'ours' | 'bare', LoadResult[]> = { ours: [], bare: [] };
  const half = (name: keyof typeof runs, url: string) => async () => {
    const result = await pour({ url, connections: CONNECTIONS, seconds, pair: silence.pair });
    runs[name].push(result);
    return result.perSecond;
  };
  try {
    const speed = await alternate(rounds, half('ours', server.url), half('bare', floor.url));
    const memory = memoryOf(server.process);
    // The first of each was the warm-up.
    const [ours, bare] = [runs.ours.slice(1), runs.bare.slice(1)];
    const share = Math.max(...[...ours, ...bare].map(({ ownShare }) => ownShare));
    return [
      {
        name: 'accepted pingbacks',
        unit: '/s',
        ...speed,
        goal: { of: 'ratio', is: 'at least', bound: 0.85 },
        condition: `${CONNECTIONS} kept connections, distinct pairs, full sync, limits off; floor: bare node:http with the same receiver and no storage; sources on silent hosts, so 16 verifications wait and none reads; the generator took at most ${Math.round(share * 100)} % of a core`,
      },
      latency('accept latency, median', ours, bare, 'p50', 5),
      latency('accept latency, p99', ours, bare, 'p99', 10),
      {
        name: 'memory of the server',
        unit: 'MiB',
        value: spreadOf([memory.now]),
        goal: { of: 'value', is: 'at most', bound: 150 },
        condition: `resident after ${silence.pairs()} pingbacks, some of them the floor's; at most it was ${Math.round(memory.most)} MiB`,
      },
    ];
  } finally {
    await server.stop();
    await floor.stop();
    silence.close();
  }
};

function latency(
  name: string,
  ours: readonly LoadResult[],
  bare: readonly LoadResult[],
  of: 'p50' | 'p99',
  bound: number,
): Figure {
  return {
    name,
    unit: 'ms',
    value: spreadOf(ours.map((run) => run[of])),
    floor: spreadOf(bare.map((run) => run[of])),
    goal: { of: 'value', is: 'at most', bound },
    condition: 'at the full load above, from the write of the request to the last byte of the reply',
  };
}
