import { type Context, Hono } from 'hono';
import type { WebDeps } from '../deps.ts';
import { API_HEADERS, invalid, jsonAnswer, refuse, rowsAnswer, textAnswer } from './answer.ts';
import { ATOM_TYPE, atomFrame, atomRows } from './atom.ts';
import { classicLink } from './classic.ts';
import { counted } from './count.ts';
import { exampleFeed } from './example.ts';
import { createExport } from './export.ts';
import { HTML_FRAME, HTML_HEADERS, HTML_ROWS } from './html.tsx';
import { jf2Entry } from './jf2.ts';
import { inertJson } from './json.ts';
import { type ApiQuery, readQuery } from './query.ts';
import { readerOf } from './reader.ts';
import { type Found, findRows, type Writing } from './rows.ts';
import { type ApiScope, scopeOf } from './scope.ts';
import { targetKeys } from './targets.ts';
import { tombstoneEntry } from './tombstone.ts';

const FORMATS = { '': 'classic', '.json': 'classic', '.jf2': 'jf2', '.atom': 'atom', '.html': 'html' } as const;
type Format = (typeof FORMATS)[keyof typeof FORMATS];

const JF2_ROWS: Writing = { between: ',', row: (mention) => inertJson(jf2Entry(mention)) };
const CLASSIC_ROWS: Writing = { between: ',', row: (mention) => inertJson(classicLink(mention)) };

interface Asked {
  readonly query: ApiQuery;
  readonly scope: ApiScope | undefined;
  /** What a token sees is nobody else's to keep. */
  readonly kept: Readonly<Record<string, string>>;
}

/** The read API: webmention.io's paths, parameters, shapes and errors, for public mentions only. */
export function apiRoutes(deps: Pick<WebDeps, 'store' | 'directory' | 'clock' | 'publicUrl'>): Hono {
  const { store, directory } = deps;
  const api = new Hono();
  api.use('*', async (c, next) => {
    // Before the answer: a header set on a finished one makes a second response with a streamed body, at twice the cost.
    for (const [name, value] of Object.entries(API_HEADERS)) c.header(name, value);
    await next();
  });
  for (const name of ['mentions', 'links'])
    for (const [suffix, format] of Object.entries(FORMATS)) api.get(`/${name}${suffix}`, (c) => mentions(c, format));
  api.get('/count', count);
  api.get('/count.json', count);
  api.get('/deleted.jf2', deleted);
  api.get('/export.jf2', createExport(deps, JF2_ROWS));
  api.get('/example/mentions.jf2', (c) => exampleFeed(c));
  return api;

  async function mentions(c: Context, format: Format): Promise<Response> {
    const asked = await ask(c);
    if (asked instanceof Response) return asked;
    const { query, scope, kept } = asked;
    const find = async (writing: Writing): Promise<Found | undefined> =>
      scope && findRows(store.mentions, { ...scope, ...query, limit: query.perPage, offset: offsetOf(query) }, writing);
    switch (format) {
      case 'jf2': {
        const found = await find(JF2_ROWS);
        const tail = `],"paging":${inertJson(paging(query, found?.total))}}`;
        return rowsAnswer(c, query, ['{"type":"feed","name":"Webmentions","children":[', tail], found, kept);
      }
      case 'classic':
        return rowsAnswer(c, query, ['{"links":[', ']}'], await find(CLASSIC_ROWS), kept);
      case 'atom': {
        const base = deps.publicUrl();
        const ends = atomFrame(base, deps.clock.now());
        return textAnswer(c, ends, await find(atomRows(base)), query.perPage, ATOM_TYPE);
      }
      case 'html':
        return textAnswer(c, HTML_FRAME, await find(HTML_ROWS), query.perPage, HTML_HEADERS);
    }
  }

  async function count(c: Context): Promise<Response> {
    const reader = await readerOf(c, deps);
    if (!reader.ok) return refuse(c, 401, 'forbidden', reader.description);
    const read = readQuery(new URL(c.req.url).searchParams);
    if (!read.ok) return invalid(c, read.description);
    if (read.query.targets.length === 0) return invalid(c, 'Name the page whose mentions you want: ?target=URL');
    const keys = targetKeys(directory, read.query.targets);
    return jsonAnswer(c, read.query, counted(keys.length > 0 ? await store.mentions.counts(keys) : {}));
  }

  async function deleted(c: Context): Promise<Response> {
    const asked = await ask(c);
    if (asked instanceof Response) return asked;
    const { query, scope, kept } = asked;
    const { since, sinceId, perPage } = query;
    const { rows, total } = scope
      ? await store.tombstones.list({
          ...scope,
          ...{ since, sinceId },
          limit: perPage,
          offset: offsetOf(query),
        })
      : { rows: [], total: 0 };
    const children = rows.map(tombstoneEntry);
    const feed = { type: 'feed', name: 'Deleted webmentions', children, paging: paging(query, total) };
    return jsonAnswer(c, query, feed, kept);
  }

  /** What a list was asked for, and of which pages; or the answer to whoever may not ask, or asks for nothing. */
  async function ask(c: Context): Promise<Response | Asked> {
    const reader = await readerOf(c, deps);
    if (!reader.ok) return refuse(c, 401, 'forbidden', reader.description);
    const kept: Readonly<Record<string, string>> = reader.token ? { 'Cache-Control': 'no-store' } : {};
    for (const [name, value] of Object.entries(kept)) c.header(name, value);
    const read = readQuery(new URL(c.req.url).searchParams);
    if (!read.ok) return invalid(c, read.description);
    const { query } = read;
    if (!reader.token && query.targets.length + query.domains.length === 0)
      return invalid(c, 'Name the page whose mentions you want: ?target=URL');
    return { query, scope: scopeOf(directory, query, reader.token), kept };
  }
}

function offsetOf({ page, perPage }: ApiQuery): number {
  return page * perPage;
}

function paging({ perPage, page }: ApiQuery, total = 0) {
  return { 'per-page': perPage, page, total, 'total-pages': Math.ceil(total / perPage) };
}
