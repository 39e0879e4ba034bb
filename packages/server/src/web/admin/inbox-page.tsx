import type { Verdict } from './decision.ts';
import { DoneLine } from './done.tsx';
import { EmptyList } from './inbox-empty.tsx';
import { Chips, InboxFilter } from './inbox-filter.tsx';
import { InboxLive } from './inbox-live.tsx';
import { isFiltered, type View, writeView } from './inbox-view.ts';
import { Csrf, page } from './layout.tsx';
import { type CardProps, MentionCard } from './mention-card.tsx';
import type { Reached } from './reached.ts';
import { useWords } from './speaking.tsx';
import { type Counts, type Cursor, TABS, writeCursor } from './tabs.ts';
import type { Visitor } from './visitor.ts';

export interface InboxProps {
  readonly visitor: Visitor;
  readonly view: View;
  readonly sites: Reached;
  readonly mayDecide: boolean;
  /** `undefined` when the view cannot be shown. */
  readonly counts: Counts | undefined;
  readonly cards: readonly CardProps[];
  readonly next: Cursor | undefined;
  readonly done: { readonly sentence: string; readonly undo: string | undefined } | undefined;
  /** Days that a mention may wait; 0 for ever. */
  readonly holdDays: number;
  /** Mentions that are newer than this one are news. */
  readonly newest: Cursor;
}

export function inboxPage(props: InboxProps) {
  const { visitor, view } = props;
  const { inbox } = visitor.words;
  return page({
    title: `${inbox.inbox}: ${inbox.tabs[view.tab]}`,
    section: 'inbox',
    script: 'inbox',
    visitor,
    children: <Inbox {...props} />,
  });
}

function Inbox({ visitor, view, sites, mayDecide, counts, cards, next, done, holdDays, newest }: InboxProps) {
  const { inbox } = useWords();
  const here = writeView(view, { before: view.before && writeCursor(view.before) });
  return (
    <>
      <h1>{inbox.inbox}</h1>
      <DoneLine done={done} action="/admin/inbox" view={here} visitor={visitor} />
      <nav class="tabs" aria-label={inbox.tabsLabel}>
        <ul>
          {(view.tab === 'all' ? (['all', ...TABS] as const) : TABS).map((id) => (
            <li>
              <a
                href={`/admin/inbox?${writeView(view, { show: id })}`}
                aria-current={id === view.tab ? 'page' : undefined}
              >
                {inbox.tabs[id]}{' '}
                {counts && id !== 'all' && (
                  <span class="count" data-tab={id}>
                    {counts[id]}
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {view.problems.map((problem) => (
        <p role="alert">{inbox.problem[problem]}</p>
      ))}
      <InboxFilter view={view} sites={sites} />
      <Chips view={view} sites={sites} />
      {counts && (
        <>
          <InboxLive view={view} newest={newest} />
          {cards.length === 0 ? (
            <EmptyList view={view} counts={counts} />
          ) : (
            <form method="post" action="/admin/inbox" id="list">
              <Csrf visitor={visitor} />
              <input type="hidden" name="view" value={here} />
              {mayDecide && <Bulk view={view} counts={counts} isWhole={!next && !view.before} />}
              {cards.map((card) => (
                <MentionCard {...card} />
              ))}
            </form>
          )}
          {view.tab === 'held' && cards.length > 0 && holdDays > 0 && (
            <p class="faint">{inbox.forgottenAfter(holdDays)}</p>
          )}
          <p class="pages">
            {view.before && <a href={`/admin/inbox?${writeView(view)}`}>{inbox.newest}</a>}
            {next && (
              <a href={`/admin/inbox?${writeView(view, { before: writeCursor(next) })}`} rel="next">
                {inbox.older}
              </a>
            )}
          </p>
        </>
      )}
    </>
  );
}

const VERDICTS = [
  ['approve', 'approved'],
  ['reject', 'rejected'],
  ['spam', 'spam'],
] as const satisfies readonly (readonly [Verdict, string])[];

function Bulk({ view, counts, isWhole }: { view: View; counts: Counts; isWhole: boolean }) {
  const { inbox } = useWords();
  return (
    <div class="bulk">
      <label class="scripted" hidden>
        <input type="checkbox" id="tick-all" /> {inbox.tickAll}
      </label>
      <fieldset class="buttons">
        <legend>{inbox.withTicked}</legend>
        {VERDICTS.filter(([, tab]) => tab !== view.tab).map(([verdict]) => (
          <button type="submit" name="decision" value={verdict} class="secondary outline">
            {inbox.decide[verdict]}
          </button>
        ))}
        {view.tab !== 'all' && (!isWhole || isFiltered(view)) && (
          <a href={`/admin/inbox/all?${writeView(view)}`}>{inbox.all.link(counts[view.tab])}</a>
        )}
      </fieldset>
    </div>
  );
}
