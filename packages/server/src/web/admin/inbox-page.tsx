import { Done } from './done.tsx';
import { Csrf, page } from './layout.tsx';
import { type CardProps, MentionCard } from './mention-card.tsx';
import { type Counts, TABS, type Tab } from './tabs.ts';
import type { Visitor } from './visitor.ts';

const LABELS: Record<Tab, string> = {
  held: 'Held',
  approved: 'Approved',
  rejected: 'Rejected',
  spam: 'Spam',
  lost: 'Lost',
};

interface InboxProps {
  readonly visitor: Visitor;
  readonly tab: Tab;
  readonly counts: Counts;
  readonly cards: readonly CardProps[];
  readonly next: string | undefined;
  readonly done: string | undefined;
  /** Mentions whose last decision can be taken back by one button. */
  readonly undo: readonly string[];
  /** Days that a mention may wait; 0 for ever. */
  readonly holdDays: number;
}

export function InboxPage({ visitor, tab, counts, cards, next, done, undo, holdDays }: InboxProps) {
  return page({
    title: `${LABELS[tab]} mentions`,
    section: 'inbox',
    visitor,
    children: (
      <>
        <h1>Inbox</h1>
        <Done sentence={done} ids={undo} action="/admin/inbox" visitor={visitor} />
        <nav class="tabs" aria-label="Mentions">
          <ul>
            {TABS.map((id) => (
              <li>
                <a href={`/admin/inbox?show=${id}`} aria-current={id === tab ? 'page' : undefined}>
                  {LABELS[id]} <span class="count">{counts[id]}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {tab === 'held' && cards.length > 0 && holdDays > 0 && (
          <p class="faint">What waits here for {holdDays} days without a decision is forgotten.</p>
        )}
        {cards.length === 0 ? (
          <Empty tab={tab} counts={counts} />
        ) : (
          <form method="post" action="/admin/inbox">
            <Csrf visitor={visitor} />
            <input type="hidden" name="show" value={tab} />
            <Bulk tab={tab} />
            {cards.map((card) => (
              <MentionCard {...card} />
            ))}
          </form>
        )}
        {next && (
          <p>
            <a href={`/admin/inbox?show=${tab}&before=${next}`} rel="next">
              Older mentions
            </a>
          </p>
        )}
      </>
    ),
  });
}

function Bulk({ tab }: { tab: Tab }) {
  return (
    <fieldset class="buttons bulk">
      <legend>With all ticked</legend>
      {tab !== 'approved' && (
        <button type="submit" name="decision" value="approve" class="secondary outline">
          Approve
        </button>
      )}
      {tab !== 'rejected' && (
        <button type="submit" name="decision" value="reject" class="secondary outline">
          Reject
        </button>
      )}
      {tab !== 'spam' && (
        <button type="submit" name="decision" value="spam" class="secondary outline">
          Spam
        </button>
      )}
    </fieldset>
  );
}

function Empty({ tab, counts }: { tab: Tab; counts: Counts }) {
  if (Object.values(counts).every((count) => count === '0')) return <FirstSteps />;
  const sentences: Record<Tab, string> = {
    held: 'Nothing waits for you.',
    approved: 'Nothing is approved yet. What you approve appears under your pages at once.',
    rejected: 'You have rejected nothing.',
    spam: 'No spam. What you call spam stays here and is never shown.',
    lost: 'Every link that was found is still there.',
  };
  return <p class="empty">{sentences[tab]}</p>;
}

function FirstSteps() {
  return (
    <article class="empty">
      <h2>No mentions yet</h2>
      <p>Two things, and this page fills by itself:</p>
      <ol>
        <li>
          <a href="/admin/sites">Copy one line into the head of your pages</a>, so that other blogs find you.
        </li>
        <li>
          Link to one of your pages from any other page, then tell us about it: with <code>npx hearback send</code>{' '}
          followed by that page’s address, or from a blog that sends pingbacks.
        </li>
      </ol>
      <p>
        To see it all at work first, run <code>npx hearback demo</code>: two small blogs on your own machine.
      </p>
    </article>
  );
}
