import type { BlockList } from '../../block-list.ts';
import type { Words } from '../../words/words.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { Reason } from './reason.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

/** An address that is none to subscribe to, as it was typed, and why. */
export interface WrongList {
  readonly given: string;
  readonly problem: string;
}

interface ListsProps {
  readonly lists: readonly BlockList[];
  readonly now: number;
  readonly visitor: Visitor;
  readonly mistake: WrongList | undefined;
}

/** Lists of domains that others keep, where each comes from, and how its last look went. */
export function ListCards({ lists, now, visitor, mistake }: ListsProps) {
  const { blockLists } = useWords();
  return (
    <section>
      <h2>{blockLists.title}</h2>
      <p>{blockLists.what}</p>
      {lists.length > 0 && (
        <form method="post" action="/admin/rules/lists/remove">
          <Csrf visitor={visitor} />
          <ul class="rules">
            {lists.map((list) => (
              <li>
                <span>
                  <bdi class="address">{line(list.address)}</bdi> <small>{stateOf(list, blockLists)}</small>{' '}
                  <small>
                    {list.checkedAt === undefined ? (
                      blockLists.notRead
                    ) : (
                      <Marked text={blockLists.looked} with={{ when: <Moment at={list.checkedAt} now={now} /> }} />
                    )}
                  </small>
                  {list.problem && (
                    <small role="alert">
                      {' '}
                      <Reason text={list.problem} />
                    </small>
                  )}
                </span>
                <button
                  type="submit"
                  name="list"
                  value={list.id}
                  class="quiet"
                  aria-label={blockLists.removeOne(list.address)}
                >
                  {blockLists.remove}
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action="/admin/rules/lists">
        <Csrf visitor={visitor} />
        <label>
          {blockLists.address}
          <input
            name="address"
            type="url"
            required
            maxlength={2000}
            value={mistake?.given}
            placeholder="https://lists.example/spam.txt"
            {...wrong('address', mistake?.problem)}
          />
          <Wrong name="address" problem={mistake?.problem} />
        </label>
        <button type="submit" class="secondary outline">
          {blockLists.subscribe}
        </button>
      </form>
    </section>
  );
}

function stateOf({ entries, skipped }: BlockList, { domains, skipped: passed }: Words['blockLists']): string {
  return `${domains(entries)}${skipped > 0 ? `, ${passed(skipped)}` : ''};`;
}
