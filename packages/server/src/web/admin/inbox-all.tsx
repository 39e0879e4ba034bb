import { Hono } from 'hono';
import { MOST_AT_ONCE } from '../../inbound/desk-steps.ts';
import type { Mention } from '../../mention.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { doneFields, STATES, type Verdict, verdictOf } from './decision.ts';
import { deskOf } from './desk-of.ts';
import { Chips } from './inbox-filter.tsx';
import { readView, type View, writeView } from './inbox-view.ts';
import { Csrf, page } from './layout.tsx';
import { Outward } from './outward.tsx';
import { reached } from './reached.ts';
import type { DeskEnv } from './visitor.ts';

const EXAMPLES = 5;
const VERDICTS = ['approve', 'reject', 'spam'] as const satisfies readonly Verdict[];

/** One decision about a whole list, after the owner has seen how long it is. */
export function allRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, clock, directory } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    const view = readView(new URL(c.req.url).searchParams, deps);
    if (view.problems.length > 0) return c.redirect(`/admin/inbox?${writeView(view)}`, 303);
    const { visitor } = c.var;
    const { inbox } = visitor.words;
    const until = clock.now();
    const filter = withoutLater(view, until);
    const [count, examples] = await Promise.all([
      store.mentions.count(filter, MOST_AT_ONCE + 1),
      store.mentions.list({ ...filter, limit: EXAMPLES }),
    ]);
    const sure = Math.min(count, MOST_AT_ONCE);
    return c.html(
      page({
        title: inbox.inbox,
        section: 'inbox',
        visitor,
        children: (
          <>
            <h1>{count === 0 ? inbox.all.none : inbox.all.title(sure)}</h1>
            <p>
              {inbox.all.which} <strong>{inbox.tabs[view.tab]}</strong>
            </p>
            <Chips view={view} sites={reached(directory, c.var.visitor.memberships, 'see')} isFixed />
            {count > MOST_AT_ONCE && <p>{inbox.all.more(MOST_AT_ONCE)}</p>}
            <p class="faint">{inbox.all.later}</p>
            <Examples mentions={examples} says={inbox.all.some} />
            <form method="post" action="/admin/inbox/all">
              <Csrf visitor={visitor} />
              <input type="hidden" name="view" value={writeView(view)} />
              <input type="hidden" name="until" value={until} />
              <div class="buttons">
                {count > 0 &&
                  VERDICTS.filter((verdict) => view.filter.moderation !== STATES[verdict]).map((verdict) => (
                    <button
                      type="submit"
                      name="decision"
                      value={verdict}
                      class={verdict === 'approve' ? undefined : 'secondary outline'}
                    >
                      {inbox.all[verdict]}
                    </button>
                  ))}
                <a href={`/admin/inbox?${writeView(view)}`}>{inbox.ratherNot}</a>
              </div>
            </form>
          </>
        ),
      }),
    );
  });

  routes.post('/', async (c) => {
    const { form } = c.var;
    const view = readView(new URLSearchParams(form.get('view') ?? ''), deps);
    const verdict = verdictOf(form.get('decision'));
    const until = /^\d{1,15}$/.exec(form.get('until') ?? '')?.[0];
    // Less than was asked for would be more than was meant: without its filters a list is everything.
    if (view.problems.length > 0 || !verdict || !until) return c.redirect(`/admin/inbox?${writeView(view)}`, 303);
    const pressed = await deskOf(deps, c).decideAll(withoutLater(view, Number(until)), STATES[verdict]);
    return c.redirect(`/admin/inbox?${writeView(view)}&${doneFields({ ...pressed, done: verdict })}`, 303);
  });
  return routes;
}

/** What arrived while the owner looked at the number is not among it. */
function withoutLater({ filter }: View, until: number): View['filter'] {
  return { ...filter, to: Math.min(filter.to ?? until, until) };
}

function Examples({ mentions, says }: { mentions: readonly Mention[]; says: string }) {
  if (mentions.length === 0) return null;
  return (
    <>
      <p>{says}</p>
      <ul>
        {mentions.map(({ source, entry, facts }) => (
          <li class="address">
            <bdi>{line(entry?.title || facts?.title)}</bdi> <Outward url={source} />
          </li>
        ))}
      </ul>
    </>
  );
}
