import { type View, writeView } from './inbox-view.ts';
import { useWords } from './speaking.tsx';
import { type Cursor, writeCursor } from './tabs.ts';

/** What the script of the page needs: where it asks for news, and what it says. Without a script nothing of it is seen. */
export function InboxLive({ view, newest }: { view: View; newest: Cursor }) {
  const { live, keys, undo } = useWords().inbox;
  const list = [
    ['j', keys.next],
    ['k', keys.previous],
    ['a', keys.approve],
    ['r', keys.reject],
    ['s', keys.spam],
    ['u', keys.undo],
    ['x', keys.tick],
    ['o', keys.open],
    ['n', keys.fresh],
    ['/', keys.search],
    ['?', keys.help2],
  ] as const;
  return (
    <>
      <div class="live scripted" hidden>
        <div
          id="live"
          role="status"
          data-news={view.before ? undefined : `/admin/inbox/news?${writeView(view, { after: writeCursor(newest) })}`}
          data-failed={live.failed}
          data-undo={undo}
        />
        <div aria-live="polite">
          <button type="button" id="fresh" class="secondary" hidden>
            {live.load}
          </button>
        </div>
      </div>
      <dialog id="keys" aria-labelledby="keys-title">
        <article>
          <h2 id="keys-title">{keys.title}</h2>
          <dl class="keys">
            {list.map(([key, says]) => (
              <>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{says}</dd>
              </>
            ))}
          </dl>
          <label>
            <input type="checkbox" id="keys-on" checked /> {keys.use}
          </label>
          <form method="dialog">
            <button type="submit" class="secondary">
              {keys.close}
            </button>
          </form>
        </article>
      </dialog>
    </>
  );
}
