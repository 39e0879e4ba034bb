import { Marked } from './marked.tsx';
import { useWords } from './speaking.tsx';

/** Where there are too many sites to show what belongs to each: a form that asks for one. */
export function SiteNarrow({ action, selected }: { readonly action: string; readonly selected: string | undefined }) {
  const { site } = useWords();
  return (
    <search>
      <form method="get" action={action} class="filter">
        <label>
          <Marked text={site.oneAtATime} />
          <input name="site" value={selected} placeholder={site.idHint} maxlength={300} autocomplete="off" />
        </label>
        <button type="submit" class="secondary">
          {site.find}
        </button>
      </form>
    </search>
  );
}
