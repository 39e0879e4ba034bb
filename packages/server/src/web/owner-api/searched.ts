import { Hono } from 'hono';
import type { LinkingPages } from '../../ports/index.ts';
import { readSearchedAfter, searchedAfter } from '../searched-after.ts';
import { line } from '../text.ts';
import type { createBearer } from './bearer.ts';
import { missing, refusal, reply, strayed } from './reply.ts';

const ROWS = 1000;

/** `GET /api/import/searched`: the pages that lists named as linking here, and what a look at each came to. */
export function searchedApiRoutes(
  { store: { linkingPages } }: { readonly store: { readonly linkingPages: LinkingPages } },
  bearer: ReturnType<typeof createBearer>,
): Hono {
  return new Hono().get('/', async (c) => {
    const admission = await bearer(c, 'import', 'read');
    if (!admission.ok) return admission.response;
    // They tell of all sites.
    if (admission.token.site !== undefined) return missing();
    const after = readSearchedAfter(c.req.query('after'));
    if (c.req.query('after') && !after) return strayed('after');
    const without = c.req.query('without') || '0';
    if (!/^[01]$/.test(without)) return refusal(400, 'invalid_input', '"without" is 1, or not there.');
    const rows = await linkingPages.list({ without: without === '1', after, limit: ROWS });
    const pages = rows.map(({ source, lookedAt = 0, links, fresh, reason }) => ({
      ...{ source: line(source), searched: new Date(lookedAt).toISOString(), links, new: fresh, reason: line(reason) },
    }));
    const last = rows.length === ROWS ? rows.at(-1) : undefined;
    return reply(200, { ...(await linkingPages.counts()), pages, after: last ? searchedAfter(last) : null });
  });
}
