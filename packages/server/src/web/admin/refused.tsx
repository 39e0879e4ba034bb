import { Hono } from 'hono';
import type { WebDeps } from '../deps.ts';
import { page } from './layout.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { readPlace, readRefused, type TurnedAway } from './read-refused.ts';
import { Reason } from './reason.tsx';
import { showRefusal } from './refusal-page.tsx';
import { useWords } from './speaking.tsx';
import type { DeskEnv } from './visitor.ts';

const GONE: readonly number[] = [404, 410];

interface Row {
  readonly source: string;
  readonly target: string;
  /** Left out where the page was looked at. */
  readonly reason?: string;
  /** Looked at, and not there any more: that it has no link says nothing. */
  readonly isGone?: boolean;
  readonly repeats: number;
  readonly at: number;
  readonly link: string;
}

/** What never reached the inbox, and why. */
export function refusedRoutes({ store, clock }: Pick<WebDeps, 'store' | 'clock'>): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/:id', (c) => showRefusal({ store, clock }, c));
  return routes.get('/', async (c) => {
    const site = c.req.query('site') || undefined;
    const place = readPlace(new URL(c.req.url).searchParams);
    const isWrong = place === 'wrong';
    const { rows, next } = isWrong ? { rows: [], next: undefined } : await readRefused(store, site, place);
    const { visitor } = c.var;
    const { refused, inbox } = c.var.words;
    const here = `/admin/refused?${site === undefined ? '' : `${new URLSearchParams({ site })}&`}`;
    const children = (
      <>
        <h1>{refused.title}</h1>
        <p>{refused.what}</p>
        <p>
          <a href="/admin/doctor">{c.var.words.doctor.link}</a>
        </p>
        {isWrong && <p role="alert">{inbox.problem.before}</p>}
        {rows.length > 0 && <RefusedTable rows={rows.map(rowOf)} now={clock.now()} />}
        {rows.length === 0 && !isWrong && <p class="empty">{refused.nothing}</p>}
        <p class="pages">
          {place && <a href={here.slice(0, -1)}>{refused.newest}</a>}
          {next && (
            <a href={`${here}${next}`} rel="next">
              {refused.older}
            </a>
          )}
        </p>
      </>
    );
    return c.html(page({ title: refused.title, section: 'refused', visitor, children }), isWrong ? 422 : 200);
  });
}

function rowOf(one: TurnedAway): Row {
  if (one.is === 'refusal') {
    const { id, source, target, reason, at, repeats } = one.refusal;
    return { link: `/admin/refused/${id}`, source, target, at, reason, repeats };
  }
  const { id, source, target, facts } = one.mention;
  const isGone = GONE.includes(facts?.status ?? 0);
  return { link: `/admin/mentions/${id}`, source, target, at: one.at, isGone, repeats: 0 };
}

function RefusedTable({ rows, now }: { rows: readonly Row[]; now: number }) {
  const { refused, history } = useWords();
  const looked = (isGone: boolean) => (isGone ? `${history.changes['page-gone']}.` : refused.noLink);
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{refused.from}</th>
            <th scope="col">{refused.about}</th>
            <th scope="col">{refused.why}</th>
            <th scope="col">{refused.when}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ source, target, reason, isGone = false, repeats, at, link }) => (
            <tr>
              <td class="address" data-label={refused.from}>
                <Outward url={source} />
              </td>
              <td class="address" data-label={refused.about}>
                <Outward url={target} />
              </td>
              <td class="why" data-label={refused.why}>
                {reason === undefined ? looked(isGone) : <Reason text={reason} />}{' '}
                {repeats > 0 && `${refused.repeated(repeats)} `}
                <a href={link}>{refused.details}</a>
              </td>
              <td data-label={refused.when}>
                <Moment at={at} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
