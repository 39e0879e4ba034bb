import { setTimeout as pause } from 'node:timers/promises';
import { announce } from '../test/crash/announce.ts';
import { openHostileWeb } from '../test/soak/hostile-web.ts';
import { serve, temporary } from '../test/support/command.ts';
import { memoryOf } from './lib/child.ts';
import { type Subject, spreadOf } from './lib/figure.ts';

const SITE = 'https://site.example/';
const TARGET = `${SITE}post`;
/** Every kind of source has had its turn once before anything is measured: the threads and buffers are there. */
const WARM_UP = 60;
const A_SECOND = 30;
/** Of each round: bombs, floods and pages that end their reader take some seconds each. */
const ROUND_SECONDS = 8;

/** How much more memory the server takes while what it reads is hostile. */
export const hostile: Subject = async ({ rounds }) => {
  await using data = await temporary();
  const web = await openHostileWeb(TARGET);
  const server = await serve(
    ['--data', data.path, '--site', SITE, '--limits', 'off', '--allow-network', '127.0.0.0/8'],
    {},
  );
  let sent = 0;
  const send = () => announce(server.url, web.source(sent++), 'webmention').catch(() => undefined);
  const extra: number[] = [];
  const before: number[] = [];
  const during: number[] = [];
  try {
    for (let n = 0; n < WARM_UP; n += 1) await send();
    await pause(3_000);
    for (let round = 0; round < rounds; round += 1) {
      const calm = memoryOf(server.process).now;
      let most = calm;
      for (const until = performance.now() + ROUND_SECONDS * 1000; performance.now() < until; ) {
        void send();
        await pause(1000 / A_SECOND);
        most = Math.max(most, memoryOf(server.process).now);
      }
      before.push(calm);
      during.push(most);
      extra.push(most - calm);
    }
  } finally {
    await server.stop();
    web.close();
  }
  return [
    {
      name: 'memory during hostile pages',
      unit: 'MiB',
      value: spreadOf(during),
      floor: spreadOf(before),
      goal: { of: 'excess', is: 'at most', bound: 32 },
      condition: `the most resident in each ${ROUND_SECONDS} s of ${A_SECOND} notifications a second whose sources are bombs, floods, endless and deep pages, one in three honest; floor: the same process before; more by ${extra.map((mib) => Math.round(mib)).join(', ')}`,
    },
  ];
};
