import { Hono } from 'hono';
import { sitesWith } from '../../access.ts';
import type { WebDeps } from '../deps.ts';
import { cardsOf } from './cards.ts';
import { carryOut, doneFields, readDone } from './decision.ts';
import { deskOf } from './desk-of.ts';
import { allRoutes } from './inbox-all.tsx';
import { inboxPage } from './inbox-page.tsx';
import { ruleOfMention } from './inbox-rule.tsx';
import { readView, type View, writeView } from './inbox-view.ts';
import { reached } from './reached.ts';
import { SCRIPTED } from './scripted.ts';
import { type Cursor, cursorOf, readCounts, readCursor, readPage, writeCursor } from './tabs.ts';
import type { DeskEnv } from './visitor.ts';

/** Counted up to here for a button that says how much is new. */
const MOST_NEWS = 100;

/** The mentions that wait for the owner, and those that were decided. */
export function inboxRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const view = readView(query, deps);
    const about = {
      visitor: c.var.visitor,
      view,
      sites: reached(directory, c.var.visitor.memberships, 'see'),
      mayDecide: sitesWith(c.var.visitor.memberships, 'moderate')?.length !== 0,
      done: readDone(query, c.var.words),
      holdDays: deps.holdDays ?? 0,
    };
    c.header('Content-Security-Policy', SCRIPTED);
    const nobody: Cursor = { receivedAt: clock.now(), id: '0' };
    if (view.problems.length > 0)
      return c.html(inboxPage({ ...about, counts: undefined, cards: [], next: undefined, newest: nobody }), 422);
    const [{ mentions, next }, counts] = await Promise.all([
      readPage(store, { ...view.filter, ...(view.before && { before: view.before }) }),
      readCounts(store, view.filter),
    ]);
    const cards = cardsOf(deps, mentions, view);
    return c.html(inboxPage({ ...about, counts, cards, next, newest: cursorOf(mentions[0]) ?? nobody }));
  });

  routes.post('/', async (c) => {
    const pressed = await carryOut(deskOf(deps, c), c.var.form);
    const view = viewOf(c.var.form, deps);
    const next = `/admin/inbox?${addressOf(view)}&${doneFields(pressed)}`;
    if (!c.req.header('accept')?.includes('application/json')) return c.redirect(next, 303);
    const done = readDone(new URLSearchParams(doneFields(pressed)), c.var.words);
    return c.json({ ...done, next, counts: await readCounts(store, view.filter) });
  });

  // Asked every few seconds: one process may take in what another one shows, and the store is all that they share.
  routes.get('/news', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const view = readView(query, deps);
    const after = readCursor(query.get('after') ?? undefined);
    if (view.problems.length > 0 || !after) return c.json({ problem: c.var.words.inbox.problem.before }, 422);
    const looked = (query.get('waiting') ?? '').split(',', 30).filter((id) => /^[\w-]{1,64}$/.test(id));
    const [fresh, counts, waiting] = await Promise.all([
      store.mentions.count({ ...view.filter, after }, MOST_NEWS),
      readCounts(store, view.filter),
      Promise.all(looked.map((id) => store.mentions.byId(id))),
    ]);
    const changed = looked.filter((_, n) => waiting[n]?.link !== 'unverified');
    return c.json({ fresh, say: fresh === 0 ? '' : c.var.words.inbox.live.fresh(fresh), counts, changed });
  });

  routes.route('/all', allRoutes(deps));
  routes.route('/rule', ruleOfMention(deps));
  return routes;
}

/** The list that a form belongs to. What of it cannot be understood is left out. */
function viewOf(form: URLSearchParams, deps: WebDeps): View {
  return readView(new URLSearchParams(form.get('view') ?? `show=${form.get('show') ?? ''}`), deps);
}

function addressOf(view: View): string {
  return writeView(view, { before: view.before && writeCursor(view.before) });
}
