import { setTimeout as pause } from 'node:timers/promises';
import { serve, temporary } from '../test/support/command.ts';
import { memoryOf, startFloor } from './lib/child.ts';
import { type Figure, type Subject, spreadOf } from './lib/figure.ts';
import { pour } from './lib/load.ts';
import { TARGET } from './lib/page.ts';
import { PAGE_HOSTS } from './lib/page-hosts.ts';
import { SITE } from './lib/silent-hosts.ts';

const CONNECTIONS = 32;
/** By the time that pingbacks are poured: as long as this its pages are looked at. */
const LOOKING = 5;

/**
 * What one embedded server holds of all that the other subjects ask of servers of their own: after pingbacks as fast as they
 * are taken, the looks at their pages of 100 kB, and readings of a post, in one process.
 */
export const memory: Subject = async ({ seconds }) => {
  await using data = await temporary();
  const pages = await startFloor('pages');
  const { port } = new URL(pages.url);
  const server = await serve([
    '--data',
    data.path,
    '--site',
    SITE,
    '--limits',
    'off',
    '--allow-network',
    '127.0.0.0/8',
  ]);
  const after: Figure[] = [];
  const note = (deed: string) => {
    const { now, most } = memoryOf(server.process);
    after.push({
      name: `memory after ${deed}`,
      unit: 'MiB',
      value: spreadOf([now]),
      goal: { of: 'value', is: 'at most', bound: 150 },
      condition: `resident in one embedded server that did what is above it, too; at most it was ${Math.round(most)} MiB`,
    });
  };
  let sent = 0;
  const pair = () => {
    const n = sent++;
    return [`http://${PAGE_HOSTS[n % PAGE_HOSTS.length]}:${port}/plain/${n}`, TARGET] as const;
  };
  try {
    await pour({ url: server.url, connections: CONNECTIONS, seconds, pair });
    note('pingbacks');
    await pause(LOOKING * seconds * 1000);
    note('looking at pages');
    const reading = `${server.url}/api/mentions.jf2?target=${encodeURIComponent(TARGET)}`;
    for (const end = performance.now() + seconds * 1000; performance.now() < end; ) await (await fetch(reading)).text();
    note('all of it');
    return after;
  } finally {
    await server.stop();
    await pages.stop();
  }
};
