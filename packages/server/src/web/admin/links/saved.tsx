import type { SavedView } from '../../../ports/index.ts';
import { line } from '../../text.ts';
import { Csrf } from '../layout.tsx';
import { useWords } from '../speaking.tsx';
import type { Visitor } from '../visitor.ts';

interface SavedProps {
  readonly visitor: Visitor;
  readonly views: readonly SavedView[];
  readonly site: string;
  /** What is shown now. */
  readonly query: string;
}

/** The filters that this person named, and a form that names the one that is shown. */
export function SavedViews({ visitor, views, site, query }: SavedProps) {
  const { links } = useWords();
  return (
    <details class="saved">
      <summary>{links.saved}</summary>
      {views.length > 0 && (
        <ul class="rules">
          {views.map((view) => (
            <li>
              <span>
                <a href={`/admin/links${view.query ? `?${view.query}` : ''}`}>
                  <bdi>{line(view.name)}</bdi>
                </a>
              </span>
              <form method="post" action={`/admin/links/views/${view.id}`} class="buttons">
                <Csrf visitor={visitor} />
                <input
                  name="name"
                  value={view.name}
                  maxlength={100}
                  required
                  aria-label={links.newName(line(view.name))}
                />
                <button type="submit" name="do" value="rename" class="quiet">
                  {links.rename}
                </button>
                <button
                  type="submit"
                  name="do"
                  value="remove"
                  class="quiet"
                  aria-label={links.removeOne(line(view.name))}
                >
                  {links.remove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/admin/links/views">
        <Csrf visitor={visitor} />
        <input type="hidden" name="site" value={site} />
        <input type="hidden" name="query" value={query} />
        <label>
          {links.name}
          <input name="name" maxlength={100} required />
        </label>
        <button type="submit" class="secondary save">
          {links.keep}
        </button>
      </form>
    </details>
  );
}
