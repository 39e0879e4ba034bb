import { request } from 'undici';
import { openSender } from '../packages/server/dist/compose/sender.js';
import { readConfig } from '../packages/server/dist/config.js';
import { hearback, temporary } from '../test/support/command.ts';
import { type FiftyHosts, openFiftyHosts } from './lib/fifty-hosts.ts';
import type { Subject } from './lib/figure.ts';
import { alternate } from './lib/rounds.ts';

/**
 * Telling one post's 50 links on 50 hosts: store, queue, guard and fetcher as a server runs them, against undici that asks
 * all hosts at once and stores nothing. Measured on the wire, so that the start of a process is not in it.
 */
export const sending: Subject = async ({ rounds }) => {
  const hosts = await openFiftyHosts();
  const figure = async (name: string, tell: (hosts: FiftyHosts) => Promise<void>, condition: string) =>
    ({
      name,
      unit: 's',
      ...(await alternate(
        rounds,
        () => onTheWire(hosts, tell),
        () => onTheWire(hosts, tellBare),
      )),
      goal: { of: 'ratio', is: 'at most', bound: 1.25 },
      condition,
    }) as const;
  try {
    return [
      await figure(
        'telling 50 hosts',
        tellInProcess,
        'in process, each host answering in 200 ms, from the first request to the last reply; floor: undici, all at once',
      ),
      await figure('the same by command', tellByCommand, 'hearback send, its start and end not counted'),
    ];
  } finally {
    hosts.close();
  }
};

export async function onTheWire(hosts: FiftyHosts, tell: (hosts: FiftyHosts) => Promise<void>): Promise<number> {
  hosts.takeTimes();
  await tell(hosts);
  const { seconds, told } = hosts.takeTimes();
  if (told !== hosts.targets.length) throw new Error(`${told} of ${hosts.targets.length} hosts were told.`);
  return seconds;
}

async function tellInProcess({ site, source }: FiftyHosts): Promise<void> {
  await using data = await temporary();
  const settings = { sites: [{ url: site, send: true }], data: data.path, allowNetwork: ['127.0.0.0/8'] };
  const { sender, close } = await openSender(
    readConfig(settings, () => undefined),
    [],
  );
  await sender.send([source], { waitMs: 10_000 });
  await close();
}

export async function tellByCommand({ site, source }: FiftyHosts): Promise<void> {
  await using data = await temporary();
  await hearback(['send', source, '--site', site, '--data', data.path, '--allow-network', '127.0.0.0/8', '--json']);
}

async function tellBare({ targets }: FiftyHosts): Promise<void> {
  await Promise.all(
    targets.map(async (target) => {
      const page = await request(target);
      await page.body.text();
      const reply = await request(String(page.headers['x-pingback']), { method: 'POST', body: '<methodCall/>' });
      await reply.body.text();
    }),
  );
}
