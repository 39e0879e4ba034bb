import { Hono } from 'hono';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import type { DeskEnv } from './visitor.ts';

const ROWS = 200;

interface Row {
  readonly source: string;
  readonly target: string;
  readonly reason: string;
  readonly at: number;
  readonly link?: string;
}

/** What never reached the inbox, and why. */
export function refusedRoutes({ store, clock }: Pick<WebDeps, 'store' | 'clock'>): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get('/', async (c) => {
    const site = c.req.query('site') || undefined;
    const of = { ...(site !== undefined && { site }), limit: ROWS };
    const [refusals, absent] = await Promise.all([
      store.refusals.list(of),
      store.mentions.list({ ...of, link: 'absent' }),
    ]);
    const rows: Row[] = [
      ...refusals.map(({ source, target, reason, at, repeats }) => ({
        source,
        target,
        at,
        reason: repeats > 0 ? `${reason} Repeated ${repeats} times.` : reason,
      })),
      ...absent.map(({ id, source, target, checkedAt, receivedAt }) => ({
        source,
        target,
        reason: 'The page was looked at and has no link to yours.',
        at: checkedAt ?? receivedAt,
        link: `/admin/mentions/${id}`,
      })),
    ].sort((a, b) => b.at - a.at);
    return c.html(
      page({
        title: 'Turned away',
        section: 'refused',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>Turned away</h1>
            <p>Notifications that asked for no decision of yours. They are forgotten after a while.</p>
            {rows.length === 0 ? (
              <p class="empty">Nothing was turned away.</p>
            ) : (
              <RefusedTable rows={rows} now={clock.now()} />
            )}
          </>
        ),
      }),
    );
  });
}

function RefusedTable({ rows, now }: { rows: readonly Row[]; now: number }) {
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">About</th>
            <th scope="col">Why</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ source, target, reason, at, link }) => (
            <tr>
              <td class="address" data-label="From">
                <Outward url={source} />
              </td>
              <td class="address" data-label="About">
                <Outward url={target} />
              </td>
              <td data-label="Why">
                <bdi>{line(reason)}</bdi> {link && <a href={link}>Details</a>}
              </td>
              <td data-label="When">
                <Moment at={at} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
