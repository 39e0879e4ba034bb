import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import { linkFile } from '../../links/answer.ts';
import { readLinks } from '../../links/filter.ts';
import { linkFormat } from '../../links/write.ts';
import { problem } from '../../problem.ts';
import type { DeskEnv } from '../visitor.ts';

/** The links of the table as a file. */
export function exportRoutes({
  store,
  directory,
  clock,
}: Pick<WebDeps, 'store' | 'directory' | 'clock'>): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get('/:format', (c) => {
    const format = linkFormat(c.req.param('format'));
    if (!format) return c.notFound();
    const query = new URL(c.req.url).searchParams;
    const { filter, wrong } = readLinks(query, { directory, now: clock.now() });
    if (wrong.length > 0) return problem(c, 422, (say) => say.unreadable);
    return linkFile(store.ledger, filter, format, query.get('bom') === '1');
  });
}
