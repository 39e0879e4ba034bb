import type { BlockList } from '../../block-list.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Moment } from './moment.tsx';
import type { Visitor } from './visitor.ts';

/** Lists of domains that others keep, where each comes from, and how its last look went. */
export function ListCards({ lists, now, visitor }: { lists: readonly BlockList[]; now: number; visitor: Visitor }) {
  return (
    <section>
      <h2>Block lists</h2>
      <p>
        Domains on them are turned away before anything is fetched, on all sites. What you always allow is not. They are
        read again every day.
      </p>
      {lists.length > 0 && (
        <form method="post" action="/admin/rules/lists/remove">
          <Csrf visitor={visitor} />
          <ul class="rules">
            {lists.map((list) => (
              <li>
                <span>
                  <bdi class="address">{line(list.address)}</bdi> <small>{stateOf(list)}</small>{' '}
                  <small>
                    {list.checkedAt === undefined ? (
                      'not read yet'
                    ) : (
                      <>
                        looked at <Moment at={list.checkedAt} now={now} />
                      </>
                    )}
                  </small>
                  {list.problem && (
                    <small role="alert">
                      {' '}
                      <bdi>{line(list.problem)}</bdi>
                    </small>
                  )}
                </span>
                <button type="submit" name="list" value={list.id} class="quiet">
                  Remove
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action="/admin/rules/lists">
        <Csrf visitor={visitor} />
        <label>
          Address of a list, with one domain a line or in the format of a hosts file
          <input name="address" type="url" required maxlength={2000} placeholder="https://lists.example/spam.txt" />
        </label>
        <button type="submit" class="secondary outline">
          Subscribe
        </button>
      </form>
    </section>
  );
}

function stateOf({ entries, skipped }: BlockList): string {
  return `${entries} domains${skipped > 0 ? `, ${skipped} lines skipped` : ''};`;
}
