import { isFiltered, type View, writeView } from './inbox-view.ts';
import { Marked } from './marked.tsx';
import { useWords } from './speaking.tsx';
import { type Counts, TABS, type Tab } from './tabs.ts';

const NEXT: Record<Tab, string> = {
  held: '/admin/inbox?show=approved',
  approved: '/admin/inbox?show=held',
  rejected: '/admin/inbox?show=held',
  spam: '/admin/rules',
  lost: '/admin/inbox?show=approved',
  all: '/admin/sites',
};

/** An empty list, which says what comes next. */
export function EmptyList({ view, counts }: { view: View; counts: Counts }) {
  const { inbox } = useWords();
  const elsewhere = TABS.filter((tab) => tab !== view.tab && counts[tab] !== '0');
  if (isFiltered(view)) {
    return (
      <div class="empty">
        <p>{inbox.emptyFiltered}</p>
        {elsewhere.length > 0 ? (
          <p>
            {inbox.emptyElsewhere}{' '}
            {elsewhere.map((tab, n) => (
              <>
                {n > 0 && ', '}
                <a href={`/admin/inbox?${writeView(view, { show: tab })}`}>
                  {inbox.tabs[tab]} {counts[tab]}
                </a>
              </>
            ))}
          </p>
        ) : (
          <p>{inbox.emptyHint}</p>
        )}
      </div>
    );
  }
  if (elsewhere.length === 0) return <FirstSteps />;
  return (
    <div class="empty">
      <p>{inbox.empty[view.tab]}</p>
      <p>
        <Marked text={inbox.emptyNext[view.tab]} href={NEXT[view.tab]} />
      </p>
    </div>
  );
}

function FirstSteps() {
  const { first } = useWords().inbox;
  return (
    <article class="empty">
      <h2>{first.title}</h2>
      <p>{first.twoThings}</p>
      <ol>
        <li>
          <Marked text={first.copy} href="/admin/sites" />
        </li>
        <li>
          <Marked text={first.link} />
        </li>
      </ol>
      <p>
        <Marked text={first.demo} />
      </p>
    </article>
  );
}
