import { Hono } from 'hono';
import { auditedDesk } from '../../inbound/audited-desk.ts';
import type { WebDeps } from '../deps.ts';
import { decide, doneSentence, readDecision, readUndoable, undoable } from './decision.ts';
import { InboxPage } from './inbox-page.tsx';
import { pageTitleOf, rulesFor } from './lookup.ts';
import { readCounts, readCursor, readTab, tabOf, writeCursor } from './tabs.ts';
import { actorOf, type DeskEnv } from './visitor.ts';

/** The mentions that wait for the owner, and those that were decided. */
export function inboxRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, desk, clock } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    const tab = tabOf(c.req.query('show'));
    const [{ mentions, next }, counts] = await Promise.all([
      readTab(store, tab, readCursor(c.req.query('before'))),
      readCounts(store),
    ]);
    const cards = mentions.map((mention) => ({
      mention,
      pageTitle: pageTitleOf(deps.directory, mention.target),
      rules: rulesFor(desk, mention),
      now: clock.now(),
    }));
    const done = doneSentence(c.req.query('done'), c.req.query('count'));
    return c.html(
      <InboxPage
        visitor={c.var.visitor}
        tab={tab}
        counts={counts}
        cards={cards}
        next={next && writeCursor(next)}
        done={done}
        undo={readUndoable(c.req.query('undo'))}
        holdDays={deps.holdDays ?? 0}
      />,
    );
  });

  routes.post('/', async (c) => {
    const read = readDecision(c.var.form);
    const count = read ? await decide(auditedDesk(desk, deps, actorOf(c)), read.decision, read.ids) : 0;
    // The address is made of our own words only, so that no form can send the owner elsewhere.
    const query = new URLSearchParams({
      show: tabOf(c.var.form.get('show')),
      done: read?.decision ?? 'hold',
      count: String(count),
      undo: read && count > 0 ? undoable(read.decision, read.ids) : '',
    });
    if (query.get('undo') === '') query.delete('undo');
    return c.redirect(`/admin/inbox?${query}`, 303);
  });
  return routes;
}
