import type { Child } from 'hono/jsx';
import type { Reached } from '../reached.ts';
import { LabelledSites } from '../site-choice.tsx';
import { useWords } from '../speaking.tsx';

interface SiteOfProps {
  readonly sites: Reached;
  readonly selected: string | undefined;
}

/** The field that asks of which site; nothing where there is no choice. */
export function SiteOf({ sites, selected }: SiteOfProps) {
  const { overview } = useWords();
  if (sites !== 'many' && sites.length < 2)
    return selected ? <input type="hidden" name="site" value={selected} /> : null;
  return <LabelledSites label={overview.site} sites={sites} selected={selected} all={overview.all} />;
}

/** The same as a form of its own. `children` are fields that stay as they are. */
export function SiteForm({
  action,
  children,
  ...of
}: SiteOfProps & { readonly action: string; readonly children?: Child }) {
  const { overview } = useWords();
  if (of.sites !== 'many' && of.sites.length < 2) return null;
  return (
    <search>
      <form method="get" action={action} class="filter">
        {children}
        <SiteOf {...of} />
        <button type="submit" class="secondary">
          {overview.show}
        </button>
      </form>
    </search>
  );
}
