import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'undici';
import { serve, temporary } from '../test/support/command.ts';
import type { Subject } from './lib/figure.ts';
import { alternate, timed } from './lib/rounds.ts';

const CALL =
  '<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value><string>http://127.0.0.2/post</string></value></param><param><value><string>https://site.example/</string></value></param></params></methodCall>';

/** From the start of the process to the first pingback accepted, in an empty folder, against a Node that does nothing. */
export const start: Subject = async ({ rounds }) => [
  {
    name: 'start to first pingback',
    unit: 's',
    ...(await alternate(rounds, firstPingback, bareStart)),
    goal: { of: 'excess', is: 'at most', bound: 0.4 },
    condition: 'an empty data folder, so the schema is made too; floor: a Node that starts and ends',
  },
];

async function firstPingback(): Promise<number> {
  await using data = await temporary();
  const began = performance.now();
  const server = await serve([
    ...['--data', data.path, '--site', 'https://site.example/'],
    ...['--allow-network', '127.0.0.0/8', '--limits', 'off'],
  ]);
  try {
    const reply = await request(`${server.url}/xmlrpc`, {
      method: 'POST',
      body: CALL,
      headers: { 'content-type': 'text/xml' },
    });
    const text = await reply.body.text();
    if (!text.includes('<params>')) throw new Error(`The first pingback was refused: ${text}`);
    return (performance.now() - began) / 1000;
  } finally {
    await server.stop();
  }
}

function bareStart(): Promise<number> {
  return timed(() => once(spawn(process.execPath, ['-e', '0']), 'exit'));
}
