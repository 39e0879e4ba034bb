import type { Entry } from '@hearback/protocol';
import { compose, type Hearback } from '../packages/server/dist/compose/hearback.js';
import { readConfig } from '../packages/server/dist/config.js';
import { temporary } from '../test/support/command.ts';
import { type Subject, spreadOf } from './lib/figure.ts';
import { alternate } from './lib/rounds.ts';

const SITES = ['https://site.example/', 'https://second.example/'];
const FEW = 100;
const MANY = 100_000;
const SOME = 15;
const DAY = 86_400_000;
/** Thirty-one days ago, for what waits longer may be forgotten. */
const BEGAN = Math.floor(Date.now() / DAY - 31) * DAY;
const day = (n: number) => new Date(BEGAN + n * DAY).toISOString().slice(0, 10);
const WORDS = 'river stone lamp garden winter copper letter window forest salt'.split(' ');

/** Pages of the inbox: the whole list, one far down, searches, each filter and all together. */
const PAGES: readonly (readonly [string, (deep: string) => string])[] = [
  ['the first page', () => ''],
  ['a page far down', (deep) => `before=${deep}`],
  ['a word that all have', () => 'q=somebody'],
  ['three words', () => 'q=river%20letter%20n7'],
  ['a word that none has', () => 'q=unheard'],
  ['by site', () => 'site=second.example'],
  ['by target', () => 'target=https://site.example/post/6'],
  ['by author', () => 'author=https://a7.example/'],
  ['by domain', () => 'domain=a7.example'],
  ['by kind', () => 'kind=reply'],
  ['by protocol', () => 'protocol=webmention'],
  ['by date', () => `from=${day(10)}&to=${day(10)}`],
  ['all together', () => `q=somebody&site=site.example&domain=example&kind=mention&protocol=pingback&from=${day(4)}`],
  ['spam by domain, of which there is none', () => 'show=spam&domain=a7.example'],
];

export const inbox: Subject = async ({ rounds }) => {
  await using few = await desk(FEW);
  await using many = await desk(MANY);
  const deep = `${BEGAN + (MANY / 2) * STEP}.0`;
  const figures = [];
  for (const [name, query] of PAGES) {
    const ask = () => median(() => many.read(query(deep)));
    const measured = await alternate(rounds, ask, () => median(() => few.read('')));
    const condition = `${MANY.toLocaleString('en')} held; floor: the first page with ${FEW} held`;
    figures.push({
      ...{ name: `inbox, ${name}`, unit: 'ms', ...measured, condition },
      goal: { of: 'ratio', is: 'at most', bound: 1.5 } as const,
    });
  }
  return figures;
};

async function median(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < SOME; n += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return spreadOf(times).median;
}

const SITE = { name: '', feed: undefined, sitemap: undefined, receive: true, send: false, announce: false };

interface Desk extends AsyncDisposable {
  read(query: string): Promise<string>;
}

/** A desk with so many held mentions, and somebody who is logged in. */
async function desk(held: number): Promise<Desk> {
  const data = await temporary();
  const silent = () => {};
  const hearback = await compose(
    readConfig({ sites: SITES, data: data.path }, () => undefined),
    { log: { info: silent, warn: silent, error: console.error } },
  );
  // Not started: what works on the queue would write too.
  for (const url of SITES) await hearback.store.sites.configure({ ...SITE, id: new URL(url).host, url });
  await hearback.directory.refresh();
  // One after the other: two threads that write as fast as they can wait for each other's lock.
  for (const step of [receive, look])
    for (let n = 0; n < held; n += BATCH)
      await Promise.all(Array.from({ length: Math.min(BATCH, held - n) }, (_, at) => step(hearback, n + at)));
  const cookie = await logIn(hearback);
  return {
    async read(query) {
      const response = await hearback.fetch(new Request(`${HERE}/admin/inbox?${query}`, { headers: { cookie } }));
      const text = await response.text();
      if (response.status !== 200 || !text.includes('class="tabs"'))
        throw new Error(`${query} was answered ${response.status}.`);
      return text;
    },
    async [Symbol.asyncDispose]() {
      await hearback.stop();
      await data[Symbol.asyncDispose]();
    },
  };
}

const HERE = 'http://127.0.0.1:7777';
const BATCH = 100;
/** Between two mentions, so that a hundred thousand fill thirty days. */
const STEP = (30 * DAY) / MANY;

async function logIn(hearback: Hearback): Promise<string> {
  const { password } = await hearback.addOwner('owner');
  const body = new URLSearchParams({ name: 'owner', password });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const response = await hearback.fetch(new Request(`${HERE}/admin/login`, { method: 'POST', headers, body }));
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The n-th mention: of an author among a thousand, about a page among three hundred. */
function placesOf(n: number) {
  const [origin, site] = [`https://a${n % 1000}.example/`, SITES[n % 10 === 0 ? 1 : 0] ?? ''];
  return { origin, source: `${origin}${n}`, site, target: `${site}post/${n % 300}`, at: Math.round(BEGAN + n * STEP) };
}

async function receive({ store: { mentions } }: Hearback, n: number): Promise<void> {
  const { origin, source, site, target, at } = placesOf(n);
  await mentions.accept({
    ...{ id: `mention-${n}`, site: new URL(site).host, source, sourceKey: source, target },
    ...{ targetKey: target.replace('https://', ''), protocol: n % 50 === 0 ? 'webmention' : 'pingback' },
    ...{ receivedAt: at, group: new URL(origin).host, verifyAfter: Number.MAX_SAFE_INTEGER },
  });
}

async function look({ store: { mentions } }: Hearback, n: number): Promise<void> {
  const { origin, source, target, at } = placesOf(n);
  const entry: Entry = {
    kind: n % 20 === 0 ? 'reply' : 'mention',
    rsvp: '',
    title: `On ${WORDS[n % 10]} and ${WORDS[(n >> 3) % 10]}`,
    author: { name: `Author n${n % 100}`, url: origin, photo: '' },
    excerpt: `So somebody wrote of ${WORDS.join(', ')} and said a good deal more than that, which is worth reading.`,
    published: '',
  };
  const links = [{ href: target, anchor: 'a good deal more', rel: [], level: 'L0' }] as const;
  const facts = { status: 200, finalUrl: source, title: entry.title, canonical: '', noindex: false, language: 'en' };
  const seen = { link: 'live', checkedAt: at, lastSeenAt: at, level: 'L0', links, entry, facts } as const;
  await mentions.recordCheck(`mention-${n}`, seen, []);
}
