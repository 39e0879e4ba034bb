import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { PublicQuery } from '../../ports/index.ts';
import type { WebDeps } from '../deps.ts';
import { classicLink } from './classic.ts';
import { counted } from './count.ts';
import { jf2Entry } from './jf2.ts';
import { inertJson } from './json.ts';
import { type ApiQuery, type ReadQuery, readQuery } from './query.ts';
import { findRows } from './rows.ts';
import { sitesOf, targetKeys } from './targets.ts';

type Format = 'jf2' | 'classic';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const SCRIPT_TYPE = { 'Content-Type': 'text/javascript; charset=utf-8' };
/** Short answers go out in one piece with their length: a stream costs a third of the throughput. */
const STREAM_ABOVE = 500;

/** The read API: webmention.io's paths, parameters, shapes and errors, for public mentions only. */
export function apiRoutes({ store, directory }: Pick<WebDeps, 'store' | 'directory'>): Hono {
  const api = new Hono();
  api.use('*', async (c, next) => {
    // Before the answer: a header set on a finished one makes a second response with a streamed body, at twice the cost.
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cache-Control', 'no-cache');
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
  });
  for (const name of ['mentions', 'links']) {
    api.get(`/${name}.jf2`, (c) => mentions(c, 'jf2'));
    api.get(`/${name}`, (c) => mentions(c, 'classic'));
    api.get(`/${name}.json`, (c) => mentions(c, 'classic'));
  }
  api.get('/count', count);
  api.get('/count.json', count);
  return api;

  async function mentions(c: Context, format: Format): Promise<Response> {
    const read = queryOf(c);
    if (!read.ok) return refused(c, read);
    const wanted = publicQuery(read.query);
    const found = wanted && (await findRows(store.mentions, wanted, format === 'jf2' ? jf2Entry : classicLink));
    const [head, tail] = frame(format, read.query, found?.total ?? 0);
    const type = read.query.callback ? SCRIPT_TYPE : JSON_TYPE;
    if (found && Math.min(found.total, read.query.perPage) > STREAM_ABOVE)
      return c.body(streamed(head, found.pieces, tail), 200, type);
    return c.body(head + (await joined(found?.pieces)) + tail, 200, type);
  }

  async function count(c: Context): Promise<Response> {
    const read = queryOf(c, 'target');
    if (!read.ok) return refused(c, read);
    const keys = targetKeys(directory, read.query.targets);
    const json = inertJson(counted(keys.length > 0 ? await store.mentions.counts(keys) : {}));
    const { callback } = read.query;
    return callback ? c.body(`/**/${callback}(${json});`, 200, SCRIPT_TYPE) : c.body(json, 200, JSON_TYPE);
  }

  function publicQuery(query: ApiQuery): PublicQuery | undefined {
    const keys = targetKeys(directory, query.targets);
    const sites = query.targets.length > 0 ? directory.sites().map(({ id }) => id) : sitesOf(directory, query.domains);
    // Empty lists would mean "no restriction" to the store.
    if (sites.length === 0 || (query.targets.length > 0 && keys.length === 0)) return undefined;
    return {
      targetKeys: keys,
      sites,
      ...(query.kinds.length > 0 && { kinds: query.kinds }),
      ...(query.since !== undefined && { since: query.since }),
      ...(query.sinceId !== undefined && { sinceId: query.sinceId }),
      sortBy: query.sortBy,
      direction: query.direction,
      limit: query.perPage,
      offset: query.page * query.perPage,
    };
  }
}

function queryOf(c: Context, needs?: 'target'): ReadQuery {
  const params = new URL(c.req.url).searchParams;
  if (needs) params.delete('domain');
  return readQuery(params, c.req.header('authorization'));
}

function refused(c: Context, { status, error, description }: ReadQuery & { ok: false }): Response {
  return c.body(inertJson({ error, error_description: description }), status, JSON_TYPE);
}

/** What stands before and after the rows. The empty comment keeps the first bytes of a script out of a caller's hands. */
function frame(format: Format, { perPage, page, callback }: ApiQuery, total: number): [head: string, tail: string] {
  const paging = { 'per-page': perPage, page, total, 'total-pages': Math.ceil(total / perPage) };
  const [head, tail] =
    format === 'jf2'
      ? ['{"type":"feed","name":"Webmentions","children":[', `],"paging":${inertJson(paging)}}`]
      : ['{"links":[', ']}'];
  return callback ? [`/**/${callback}(${head}`, `${tail});`] : [head, tail];
}

async function joined(pieces: AsyncIterable<string> | undefined): Promise<string> {
  let text = '';
  for await (const piece of pieces ?? []) text += piece;
  return text;
}

function streamed(head: string, pieces: AsyncIterable<string>, tail: string): ReadableStream {
  async function* all() {
    yield head;
    yield* pieces;
    yield tail;
  }
  return Readable.toWeb(Readable.from(all(), { objectMode: false })) as ReadableStream;
}
