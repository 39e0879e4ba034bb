import { Hono } from 'hono';
import type { SearchedPage } from '../../../ports/index.ts';
import type { WebDeps } from '../../deps.ts';
import { readSearchedAfter, searchedAfter } from '../../searched-after.ts';
import { page } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import { Outward } from '../outward.tsx';
import { Reason } from '../reason.tsx';
import { useWords } from '../speaking.tsx';
import type { DeskEnv } from '../visitor.ts';

const ROWS = 100;

/** Pages that lists named as linking here, and what a look at each came to. */
export function searchedRoutes({ store, clock }: Pick<WebDeps, 'store' | 'clock'>): Hono<DeskEnv> {
  const { linkingPages } = store;
  return new Hono<DeskEnv>().get('/', async (c) => {
    const without = c.req.query('without') === '1';
    const after = readSearchedAfter(c.req.query('after'));
    const rows = await linkingPages.list({ without, after, limit: ROWS + 1 });
    const shown = rows.slice(0, ROWS);
    const last = rows.length > ROWS ? shown.at(-1) : undefined;
    const counts = await linkingPages.counts();
    const { visitor, words } = c.var;
    const { searched } = words;
    const parts = [searched.done(counts.searched), searched.withLinks(counts.withLinks), searched.links(counts.links)];
    const children = (
      <>
        <h1>{searched.title}</h1>
        <p>{searched.what}</p>
        <p>
          {searched.waiting(counts.waiting)} {counts.searched > 0 && `${parts.join(' · ')}.`}
        </p>
        <p>
          {without ? <a href="/admin/links/searched">{searched.all}</a> : <strong>{searched.all}</strong>}
          {' · '}
          {without ? <strong>{searched.without}</strong> : <a href="?without=1">{searched.without}</a>}
        </p>
        {shown.length > 0 ? <Table rows={shown} now={clock.now()} /> : <p class="empty">{searched.nothing}</p>}
        {last && (
          <p>
            <a href={`?after=${searchedAfter(last)}${without ? '&without=1' : ''}`} rel="next">
              {searched.older}
            </a>
          </p>
        )}
        <p>
          <a href="/admin/moving">{searched.give}</a>
        </p>
      </>
    );
    return c.html(page({ title: searched.title, section: 'links', visitor, children }));
  });
}

function Table({ rows, now }: { rows: readonly SearchedPage[]; now: number }) {
  const { searched } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{searched.page}</th>
            <th scope="col">{searched.when}</th>
            <th scope="col">{searched.found}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ source, lookedAt = 0, reason }) => (
            <tr>
              <td class="address" data-label={searched.page}>
                <Outward url={source} />
              </td>
              <td data-label={searched.when}>
                <Moment at={lookedAt} now={now} />
              </td>
              <td data-label={searched.found}>
                <Reason text={reason} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
