import type { LinkChoice } from '../../site.ts';
import type { SiteProblems } from './site-form.ts';
import { useWords } from './speaking.tsx';

interface LinkFieldsProps {
  readonly links: LinkChoice;
  readonly problems: SiteProblems;
  readonly fixed: readonly string[];
}

const EXAMPLES = { content: '.post-body, .entry', ignore: '.share, .related' };
const KEYS = ['content', 'ignore', 'internalLinks', 'nofollow'];

export function LinkFields({ links, problems, fixed }: LinkFieldsProps) {
  const { site } = useWords();
  const isFixed = KEYS.some((key) => fixed.includes(key));
  const isWrong = problems.content !== undefined || problems.ignore !== undefined;
  return (
    <details open={isWrong}>
      <summary>{site.links}</summary>
      <fieldset disabled={isFixed}>
        <Selector field="content" label={site.linksIn} value={links.content} problems={problems} />
        <Selector field="ignore" label={site.linksNotIn} value={links.ignore} problems={problems} />
        <label>
          <input type="checkbox" name="internal" checked={links.internal} /> {site.linksInternal}
        </label>
        <label>
          <input type="checkbox" name="nofollow" checked={links.nofollow} /> {site.linksNofollow}
        </label>
        {isFixed && <small>{site.fixed}</small>}
      </fieldset>
    </details>
  );
}

interface SelectorProps {
  readonly field: 'content' | 'ignore';
  readonly label: string;
  readonly value: string | undefined;
  readonly problems: SiteProblems;
}

function Selector({ field, label, value, problems }: SelectorProps) {
  const error = problems[field];
  return (
    <label>
      {label}
      <input
        name={field}
        value={value ?? ''}
        placeholder={EXAMPLES[field]}
        autocomplete="off"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${field}-note` : undefined}
      />
      {error && <small id={`${field}-note`}>{error}</small>}
    </label>
  );
}
