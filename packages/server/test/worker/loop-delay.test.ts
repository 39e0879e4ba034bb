import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import type { Http } from '@hearback/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowingAliases } from '../../src/inbound/aliases.ts';
import { findEndpoint } from '../../src/outbound/find-endpoint.ts';
import { fetchForeignFeed } from '../../src/pages/fetch-listing.ts';
import { readHere } from '../../src/pages/readings.ts';
import type { PageReader } from '../../src/ports/index.ts';
import { createPageReader } from '../../src/worker/reader.ts';

const KIB = 1024;
const OURS = 'https://alice.example/post';
const THEIRS = 'https://bob.example/page';
const HTML = [['content-type', 'text/html; charset=utf-8']] as const;
const WANTED = [{ target: OURS, aliases: [] }];

const filled = (piece: string, bytes: number) => Buffer.from(piece.repeat(Math.floor(bytes / piece.length)));
const numbered = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join('');

function answering(body: Uint8Array): Http {
  return {
    request: async ({ url }) => ({
      ok: true,
      status: 200,
      finalUrl: url,
      headers: HTML,
      body,
      truncated: true,
      chain: [url],
    }),
  };
}

const page = (body: Uint8Array) => ({ body, status: 200, finalUrl: THEIRS, headers: HTML, target: OURS });
const POST = `<description>${'&lt;a href="https://alice.example/pos"&gt;x&lt;/a&gt;'.repeat(5)}</description>`;

/** Every way that bytes of strangers take, at its cap, filled with what took longest among thirty pieces that were measured. */
const WAYS: readonly (readonly [
  way: string,
  body: Buffer,
  read: (reader: PageReader, body: Buffer) => Promise<unknown>,
])[] = [
  ['a source', filled('<p><b id=1>', 1024 * KIB), (reader, body) => reader.read('page', page(body))],
  [
    'a target that is about to be told',
    filled('<!-- <rdf:RDF trackback webmention pingback --><a rel=webmention href="javascript:x">', 512 * KIB),
    (reader, body) => findEndpoint({ http: answering(body), reader }, THEIRS),
  ],
  [
    'a voucher',
    filled('<a href="https://alice.example/pos">x</a>', 1024 * KIB),
    (reader, body) => reader.read('vouch', { ...page(body), host: 'carol.example' }),
  ],
  [
    'a front page',
    filled('<link rel=alternate type="application/rss+xml" href="javascript:alice.example">', 512 * KIB),
    (reader, body) => reader.read('front', { ...page(body), wanted: WANTED }),
  ],
  [
    "another site's feed",
    Buffer.from(
      `<rss version="2.0"><channel>${numbered(990, (n) => `<item><link>/${n}</link>${POST}</item>`)}</channel></rss>`,
    ),
    (reader, body) => fetchForeignFeed({ http: answering(body), reader }, THEIRS, WANTED),
  ],
  [
    'other addresses of our page',
    Buffer.from(numbered(30_000, (n) => `//alice.example.evil.example/${n} `)),
    (reader, body) => {
      const own = { site: { id: 'a' }, key: 'k', page: { url: OURS } };
      return knowingAliases(reader, async () => own as never)(page(body));
    },
  ],
  ['a page of ours', filled('<table><tr><td>', 1024 * KIB), (reader, body) => reader.read('content', page(body))],
];

/** Processor milliseconds of this very thread, and the longest that its loop was held up: the least of three. */
async function costHere(work: () => Promise<unknown>) {
  const runs: { readonly cpu: number; readonly delay: number }[] = [];
  for (let run = 0; run < 3; run++) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    delay.disable();
    runs.push({ cpu: (user + system) / 1000, delay: delay.max / 1e6 });
  }
  const least = (of: 'cpu' | 'delay') => Math.min(...runs.map((run) => run[of]));
  return { cpu: least('cpu'), delay: least('delay') };
}

const inline: PageReader = {
  read: async (what, given) => ({ ok: true, reading: await readHere(what, given) }),
  close: async () => {},
};

describe('hostile bytes at their caps keep the event loop free', () => {
  // Not to be killed on a busy machine, which would be quick as well.
  const reader = createPageReader({ deadline: 20_000 });
  beforeAll(() => reader.read('page', page(Buffer.from('warm up'))));
  afterAll(() => reader.close());

  it.each(WAYS)('%s', async (way, body, read) => {
    const here = await costHere(() => read(inline, body));
    const there = await costHere(() => read(reader, body));
    console.info(
      `${way}: ${body.length >> 10} KiB; this thread worked ${here.cpu.toFixed()} ms without the reader and ` +
        `${there.cpu.toFixed()} ms with it; its loop was held up ${there.delay.toFixed()} ms`,
    );
    expect(there.cpu).toBeLessThan(50);
    // The bound of the processor time is the sharp one; this one has room for whatever else the machine does.
    expect(there.delay).toBeLessThan(400);
  });
});
