import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Agent } from 'undici';
import { type Server, serve, temporary } from '../test/support/command.ts';
import { memoryOf } from './lib/child.ts';
import { type Figure, type Subject, spreadOf } from './lib/figure.ts';
import { filledLedger, openQuietly } from './lib/filled-ledger.ts';
import { ledgerPages } from './lib/ledger-pages.ts';
import { DAY } from './lib/link-numbers.ts';

const SOME = 5;
const PAGE_MS = 200;
/** So much more may be resident at the half and at the end of an export than at its tenth part. */
const GROWTH_MIB = 32;

/** The table of backlinks over a million of them, and all of them as a file. */
export const ledger: Subject = async ({ rounds, mentions, seed, store }) => {
  await using scratch = await temporary();
  const folder = store ?? scratch.path;
  mkdirSync(folder, { recursive: true });
  const data = await filledLedger(folder, mentions, seed);
  const cookieOf = await owner(data);
  const server = await serve(['--data', data, '--limits', 'off', '--hold-days', '0']);
  try {
    const cookie = await cookieOf(server.url);
    const { until, deep } = placesIn(data);
    const figures: Figure[] = [];
    const held = mentions.toLocaleString('en');
    for (const [name, query] of ledgerPages(until, deep)) {
      const ask = () => read(server.url, `/admin/links${query}`, cookie);
      await ask();
      const times: number[] = [];
      for (let n = 0; n < rounds * SOME; n += 1) times.push(await timed(ask));
      figures.push({
        ...{ name: `links, ${name}`, unit: 'ms', value: spreadOf(times), condition: `${held} links` },
        goal: { of: 'value', is: 'at most', bound: PAGE_MS },
      });
    }
    for (const format of ['csv', 'json', 'ndjson']) figures.push(await exporting(server, format, cookie, mentions));
    return figures;
  } finally {
    await server.stop();
    await agent.close();
  }
};

const agent = new Agent({ bodyTimeout: 0, headersTimeout: 0 });

/** Somebody who may log in; answers how. */
async function owner(data: string): Promise<(url: string) => Promise<string>> {
  const hearback = await openQuietly(data);
  const name = `owner${Date.now()}`;
  const { password } = await hearback.addOwner(name);
  await hearback.stop();
  return async (url) => {
    const body = new URLSearchParams({ name, password });
    const headers = { 'sec-fetch-site': 'same-origin' };
    const response = await fetch(`${url}/admin/login`, { method: 'POST', headers, body, redirect: 'manual' });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
}

/** The day after the newest link, and the place of the middle one. */
function placesIn(data: string): { readonly until: number; readonly deep: string } {
  const database = new DatabaseSync(`${data}/hearback.db`, { readOnly: true });
  const at = (which: string) => Number(database.prepare(`SELECT ${which}(place) AS place FROM mention`).get()?.place);
  const [first, last] = [at('min'), at('max')];
  const middle = database.prepare('SELECT place FROM mention WHERE place >= ? ORDER BY place LIMIT 1');
  const deep = String(middle.get(Math.round((first + last) / 2))?.place);
  database.close();
  return { until: Math.ceil(last / 1024 / DAY) * DAY, deep };
}

async function read(url: string, path: string, cookie: string): Promise<void> {
  const { statusCode, body } = await agent.request({ origin: url, path, method: 'GET', headers: { cookie } });
  const text = await body.text();
  if (statusCode !== 200 || !text.includes('class="tabs"')) throw new Error(`${path} was answered ${statusCode}.`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What is resident in the server when a tenth, the half and all of the links were sent. */
async function exporting(server: Server, format: string, cookie: string, links: number): Promise<Figure> {
  const path = `/admin/links/export/${format}?decision=any`;
  const began = performance.now();
  const { statusCode, body } = await agent.request({ origin: server.url, path, method: 'GET', headers: { cookie } });
  if (statusCode !== 200) throw new Error(`${path} was answered ${statusCode}.`);
  const marks = [0.1, 0.5, 1].map((part) => Math.floor(part * links));
  const resident: number[] = [];
  // The head of a table is a line too.
  let sent = format === 'csv' ? -1 : 0;
  for await (const piece of body) {
    for (const byte of piece as Uint8Array) if (byte === 10) sent += 1;
    if (sent >= (marks[resident.length] ?? Number.POSITIVE_INFINITY)) resident.push(memoryOf(server.process).now);
  }
  const [tenth = Number.NaN, ...later] = resident;
  const seconds = (performance.now() - began) / 1000;
  return {
    ...{
      name: `links as ${format}, memory`,
      unit: 'MiB',
      value: spreadOf([Math.max(...later)]),
      floor: spreadOf([tenth]),
    },
    goal: { of: 'excess', is: 'at most', bound: GROWTH_MIB },
    condition: `resident at the half and the end of ${sent.toLocaleString('en')} lines in ${seconds.toFixed(0)} s, the most it ever was ${Math.round(memoryOf(server.process).most)} MiB; floor: at a tenth of them`,
  };
}
