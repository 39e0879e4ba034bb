import { Readable } from 'node:stream';
import { KINDS, parseUrl } from '@hearback/protocol';
import type { Context } from 'hono';
import type { ExportQuery } from '../../ports/index.ts';
import { printable } from '../../printable.ts';
import { calendarDay } from '../calendar-day.ts';
import type { WebDeps } from '../deps.ts';
import { EXPORT_FORMATS } from '../export/index.ts';
import { exportPieces } from '../export/write.ts';
import { linkFormat } from '../links/write.ts';
import type { createBearer } from './bearer.ts';
import { linksAsked } from './links.ts';
import { missing, refusal } from './reply.ts';

type Deps = Pick<WebDeps, 'store' | 'directory' | 'clock'>;

const DAY_MS = 86_400_000;
const NAMES = EXPORT_FORMATS.map(({ name }) => name).join(', ');

/**
 * `GET /api/export?format=`: what the command `export` writes, in one answer that is read as it is taken: mentions as `wxr`,
 * `jf2` and `jsonfeed`, and the table of backlinks as `csv`, `json` and `ndjson`.
 */
export function createExportRoute(deps: Deps, bearer: ReturnType<typeof createBearer>) {
  const links = linksAsked(deps, bearer, ['format', 'bom']);
  return async (c: Context): Promise<Response> => {
    const name = c.req.query('format') ?? '';
    if (linkFormat(name)) return links(c, name);
    const admission = await bearer(c, 'read');
    if (!admission.ok) return admission.response;
    const format = EXPORT_FORMATS.find((one) => one.name === name);
    if (!format)
      return refusal(400, 'invalid_input', `"format" is one of ${NAMES} for mentions, or csv, json, ndjson for links.`);
    const strange = strangeIn(c);
    if (strange !== undefined) return refusal(400, 'invalid_input', strange);
    const query = asked(c, deps, admission.token.site);
    if (query instanceof Response) return query;
    const { store, directory, clock } = deps;
    const pieces = exportPieces(format, store.exports, query, { directory, now: clock.now() });
    return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, {
      headers: {
        'Content-Type': format.type,
        'Content-Disposition': `attachment; filename="mentions.${format.ending}"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  };
}

const FIELDS = ['format', 'site', 'target', 'kind', 'from', 'to'];

/** Dropping a name that is none would answer with everything, as if that had been asked for. */
function strangeIn(c: Context): string | undefined {
  const names = [...new Set(new URL(c.req.url).searchParams.keys())].filter((name) => !FIELDS.includes(name));
  const listed = names.map((name) => `"${printable(name).slice(0, 40)}"`).join(', ');
  return names.length > 0 ? `There is no ${listed}; for mentions there are ${FIELDS.join(', ')}.` : undefined;
}

/** Which mentions, within what the token reaches. */
function asked(c: Context, { directory }: Deps, own: string | undefined): Omit<ExportQuery, 'which'> | Response {
  const of = (name: string) => c.req.query(name) || undefined;
  const site = of('site');
  if (site !== undefined && (!directory.byId(site) || (own ?? site) !== site)) return missing();
  const wrong = (name: string, what: string) => refusal(400, 'invalid_input', `"${name}" is ${what}.`);
  const kind = KINDS.find((one) => one === of('kind'));
  if (of('kind') !== undefined && kind === undefined) return wrong('kind', `one of ${KINDS.join(', ')}`);
  const [from, to] = [of('from'), of('to')].map((text) => (text === undefined ? undefined : calendarDay(text)));
  if (of('from') !== undefined && from === undefined) return wrong('from', 'a day, such as 2026-01-31');
  if (of('to') !== undefined && to === undefined) return wrong('to', 'a day, such as 2026-01-31');
  const target = parseUrl(of('target') ?? '');
  const page = target.ok ? directory.resolve(target.url) : undefined;
  if (of('target') !== undefined && (!page || (own ?? page.site.id) !== page.site.id)) return missing();
  const only = own ?? site;
  return {
    ...(only !== undefined && { sites: [only] }),
    ...(page && { targetKey: page.key }),
    ...(kind && { kind }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: to + DAY_MS - 1 }),
  };
}
