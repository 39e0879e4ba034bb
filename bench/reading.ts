import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { serve, temporary } from '../test/support/command.ts';
import { memoryOf } from './lib/child.ts';
import { type Subject, spreadOf } from './lib/figure.ts';
import { A_POST, fillStore, SITE } from './lib/filled-store.ts';
import { alternate } from './lib/rounds.ts';

const FEW = 1_000;

/** One post's mentions, asked of a server that keeps many and of one that keeps few. */
export const reading: Subject = async ({ rounds, seconds, mentions, seed }) => {
  await using few = await keeping(FEW, seed);
  await using many = await keeping(mentions, seed);
  const stored = mentions.toLocaleString('en');
  // Spread over all of the store: neighbours would lie in pages that were read already.
  const any = (n: number) => (n * 7_919) % (mentions / A_POST);
  const bare = await answering(await read(few.url, 0));
  const of = (url: string, post: (n: number) => number) => () => p99(seconds, (n) => read(url, post(n)));
  try {
    return [
      {
        name: 'reading a post, p99',
        unit: 'ms',
        ...(await alternate(
          rounds,
          of(many.url, any),
          of(few.url, (n) => n % (FEW / A_POST)),
        )),
        goal: { of: 'ratio', is: 'at most', bound: 1.3 },
        condition: `${A_POST} public mentions of one post as jf2, one request after the other, ${stored} stored, posts in no order; floor: the same with ${FEW.toLocaleString('en')}`,
      },
      {
        name: 'posts read',
        unit: '/s',
        ...(await alternate(
          rounds,
          () => perSecond(seconds, (n) => read(many.url, any(n))),
          () => perSecond(seconds, () => read(bare.url, 0)),
        )),
        goal: { of: 'ratio', is: 'at least', bound: 0.6 },
        condition: 'one request after the other; floor: bare node:http that answers with the same bytes',
      },
      {
        name: 'memory after reading',
        unit: 'MiB',
        value: spreadOf([memoryOf(many.process).now]),
        goal: { of: 'value', is: 'at most', bound: 150 },
        condition: `resident in the server that keeps ${stored}, at most it was ${Math.round(memoryOf(many.process).most)} MiB`,
      },
    ];
  } finally {
    bare.close();
    await agent.close();
  }
};

const agent = new Agent();

async function read(url: string, post: number): Promise<string> {
  const target = encodeURIComponent(`${SITE}post/${post}`);
  const path = `/api/mentions.jf2?per-page=${A_POST}&target=${target}`;
  const { statusCode, body } = await agent.request({ origin: url, path, method: 'GET' });
  const text = await body.text();
  if (statusCode !== 200 || !text.includes('wm-id'))
    throw new Error(`Post ${post} was answered ${statusCode}: ${text}`);
  return text;
}

async function p99(seconds: number, ask: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until; ) {
    const began = performance.now();
    await ask(times.length);
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

async function perSecond(seconds: number, ask: (n: number) => Promise<unknown>): Promise<number> {
  let asked = 0;
  const began = performance.now();
  for (; performance.now() < began + seconds * 1000; asked += 1) await ask(asked);
  return asked / ((performance.now() - began) / 1000);
}

/** A server whose store holds so many public mentions, twenty a post. */
async function keeping(mentions: number, seed: number) {
  const data = await temporary();
  await fillStore(data.path, mentions, seed);
  const server = await serve(['--data', data.path, '--site', SITE, '--limits', 'off']);
  return {
    url: server.url,
    process: server.process,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await data[Symbol.asyncDispose]();
    },
  };
}

function answering(text: string): Promise<{ readonly url: string; close(): void }> {
  const body = Buffer.from(text);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ url: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() });
    });
  });
}
