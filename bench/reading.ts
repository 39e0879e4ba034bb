import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Agent } from 'undici';
import { compose } from '../packages/server/dist/compose/hearback.js';
import { readConfig } from '../packages/server/dist/config.js';
import { serve, temporary } from '../test/support/command.ts';
import type { Subject } from './lib/figure.ts';
import { alternate } from './lib/rounds.ts';

const SITE = 'https://site.example/';
const FEW = 1_000;
const MANY = 100_000;
const A_POST = 20;

/** One post's mentions, asked of a server that keeps many and of one that keeps few. */
export const reading: Subject = async ({ rounds, seconds }) => {
  await using few = await keeping(FEW);
  await using many = await keeping(MANY);
  const bare = await answering(await read(few.url, 0));
  const of = (house: { url: string }, posts: number) => () => p99(seconds, (n) => read(house.url, n % posts));
  try {
    return [
      {
        name: 'reading a post, p99',
        unit: 'ms',
        ...(await alternate(rounds, of(many, MANY / A_POST), of(few, FEW / A_POST))),
        goal: { of: 'ratio', is: 'at most', bound: 1.3 },
        condition: `${A_POST} public mentions of one post as jf2, one request after the other, ${MANY.toLocaleString('en')} stored; floor: the same with ${FEW.toLocaleString('en')}`,
      },
      {
        name: 'posts read',
        unit: '/s',
        ...(await alternate(
          rounds,
          () => perSecond(seconds, (n) => read(many.url, n % (MANY / A_POST))),
          () => perSecond(seconds, () => read(bare.url, 0)),
        )),
        goal: { of: 'ratio', is: 'at least', bound: 0.6 },
        condition: 'one request after the other; floor: bare node:http that answers with the same bytes',
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
async function keeping(mentions: number): Promise<AsyncDisposable & { readonly url: string }> {
  const data = await temporary();
  await fill(data.path, mentions);
  const server = await serve(['--data', data.path, '--site', SITE, '--limits', 'off']);
  return {
    url: server.url,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await data[Symbol.asyncDispose]();
    },
  };
}

/**
 * One mention goes the whole way through the store; the others are copies of its row under other names, because a hundred
 * thousand the whole way would take minutes. What is copied is whatever the schema holds.
 */
async function fill(data: string, mentions: number): Promise<void> {
  await storeTheFirst(data);
  const database = new DatabaseSync(join(data, 'hearback.db'));
  const columns = database.prepare("SELECT name FROM pragma_table_info('mention')").all();
  const renamed: Readonly<Record<string, string>> = {
    id: "'copy' || n",
    source: 'source || n',
    sourceKey: 'sourceKey || n',
    target: `target || (n / ${A_POST})`,
    targetKey: `targetKey || (n / ${A_POST})`,
    publicId: 'publicId + n',
    publicAt: 'publicAt + n',
    updatedAt: 'updatedAt + n',
    // Each has its own in the index of the desk, which nobody reads here.
    place: 'NULL',
  };
  const values = columns.map(({ name }) => renamed[String(name)] ?? `"${name}"`);
  database.exec(`
    WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${mentions})
    INSERT INTO mention SELECT ${values.join(', ')} FROM mention, numbers`);
  database.close();
}

async function storeTheFirst(data: string): Promise<void> {
  const silent = () => {};
  const hearback = await compose(
    readConfig({ sites: [SITE], data }, () => undefined),
    { log: { info: silent, warn: silent, error: console.error } },
  );
  const { mentions } = hearback.store;
  const [id, source, target, at] = ['first', 'https://blog.example/a/', `${SITE}post/`, Date.UTC(2025, 0)] as const;
  await mentions.accept({
    id,
    site: 'site.example',
    source,
    target,
    sourceKey: source,
    targetKey: target.replace('https://', ''),
    protocol: 'pingback',
    receivedAt: at,
    group: 'blog.example',
    verifyAfter: Number.MAX_SAFE_INTEGER,
  });
  const author = { name: 'Alice', url: 'https://blog.example/', photo: '' };
  const entry = {
    kind: 'mention',
    rsvp: '',
    title: 'On hearing back',
    author,
    excerpt: '[…] somebody wrote […]',
    published: '',
  } as const;
  const facts = {
    status: 200,
    finalUrl: source,
    title: 'On hearing back',
    canonical: '',
    noindex: false,
    language: 'en',
  };
  const links = [{ href: target, anchor: 'somebody wrote', rel: [], level: 'L0' }] as const;
  await mentions.recordCheck(id, { link: 'live', checkedAt: at, lastSeenAt: at, level: 'L0', links, entry, facts }, []);
  await mentions.moderate(id, 'approved', [], { at, step: 'moderated', outcome: 'approved', reason: '' });
  await hearback.stop();
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
