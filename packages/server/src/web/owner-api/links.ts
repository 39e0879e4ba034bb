import type { Context } from 'hono';
import type { LedgerFilter } from '../../ports/index.ts';
import type { WebDeps } from '../deps.ts';
import { linkFile } from '../links/answer.ts';
import { linkEntry } from '../links/entry.ts';
import { readLinks, strangeNames } from '../links/filter.ts';
import { linkFormat } from '../links/write.ts';
import type { createBearer } from './bearer.ts';
import { missing, refusal, reply } from './reply.ts';

type Deps = Pick<WebDeps, 'store' | 'directory' | 'clock'>;
type Bearer = ReturnType<typeof createBearer>;

const MOST_ROWS = 100;

/** `GET /api/backlinks`: the table of backlinks, a page at a time, with the filters of the desk. */
export function createLinks(deps: Deps, bearer: Bearer) {
  return async (c: Context): Promise<Response> => {
    const asked = await ask(c, deps, bearer, ['after', 'limit']);
    if (asked instanceof Response) return asked;
    const [after, wanted] = [c.req.query('after') || undefined, c.req.query('limit') || String(MOST_ROWS)];
    const wrong = [/^\d{1,15}$/.test(after ?? '0') ? '' : 'after', /^[1-9]\d{0,8}$/.test(wanted) ? '' : 'limit'];
    if (wrong.some(Boolean)) return unreadable(wrong.filter(Boolean));
    const limit = Math.min(MOST_ROWS, Number(wanted));
    const place = after === undefined ? undefined : Number(after);
    const rows = await deps.store.ledger.list(asked, { after: place, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return reply(200, { links: shown.map(linkEntry), after: last ? String(last.place) : null });
  };
}

/** `GET /api/backlinks/export/csv`, `json`, `ndjson`: all of them in one answer, which is read as it is taken. */
export function createLinkExport(deps: Deps, bearer: Bearer) {
  const links = linksAsked(deps, bearer, ['bom']);
  return (c: Context): Promise<Response> => links(c, c.req.param('format') ?? '');
}

/** A file of those that are asked for; `besides` are names of the query that are no fields of the table. */
export function linksAsked(deps: Deps, bearer: Bearer, besides: readonly string[]) {
  return async (c: Context, name: string): Promise<Response> => {
    const asked = await ask(c, deps, bearer, besides);
    if (asked instanceof Response) return asked;
    const format = linkFormat(name);
    return format ? linkFile(deps.store.ledger, asked, format, c.req.query('bom') === '1') : missing();
  };
}

/** What is asked for, within what the token reaches. */
async function ask(
  c: Context,
  { directory, clock }: Deps,
  bearer: Bearer,
  besides: readonly string[],
): Promise<LedgerFilter | Response> {
  const admission = await bearer(c, 'read');
  if (!admission.ok) return admission.response;
  const query = new URL(c.req.url).searchParams;
  const strange = strangeNames(query, besides);
  if (strange) return refusal(400, 'invalid_input', `T${strange.slice(1)} See docs/backlinks.md.`);
  const { filter, wrong } = readLinks(query, { directory, now: clock.now() });
  if (wrong.length > 0) return unreadable(wrong);
  const { site } = admission.token;
  if (site !== undefined && (filter.site ?? site) !== site) return missing();
  return site === undefined ? filter : { ...filter, site };
}

function unreadable(names: readonly string[]): Response {
  return refusal(400, 'invalid_input', `Not readable: ${names.join(', ')}. See docs/backlinks.md.`);
}
