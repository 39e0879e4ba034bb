import type { LinkChoice } from '../../site.ts';
import type { SiteProblems } from './site-form.ts';
import { useWords } from './speaking.tsx';

interface LinkFieldsProps {
  readonly links: LinkChoice;
  readonly problems: SiteProblems;
  readonly fixed: readonly string[];
}

const EXAMPLES = { content: '.post-body, article', ignore: '.share, .related' };
const KEYS = ['content', 'ignore', 'internalLinks', 'nofollow'];

export function LinkFields({ links, problems, fixed }: LinkFieldsProps) {
  const { site } = useWords();
  const isFixed = KEYS.some((key) => fixed.includes(key));
  const isWrong = problems.content !== undefined || problems.ignore !== undefined;
  return (
    <details open={isWrong}>
      <summary>{site.links}</summary>
      <fieldset disabled={isFixed}>
        <Selector name="content" label={site.linksIn} value={links.content} {...{ problems }} />
        <Selector name="ignore" label={site.linksNotIn} value={links.ignore} {...{ problems }} />
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
  readonly name: 'content' | 'ignore';
  readonly label: string;
  readonly value: string | undefined;
  readonly problems: SiteProblems;
}

function Selector({ name, label, value, problems }: SelectorProps) {
  const error = problems[name];
  return (
    <label>
      {label}
      <input
        name={name}
        value={value ?? ''}
        placeholder={EXAMPLES[name]}
        autocomplete="off"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${name}-note` : undefined}
      />
      {error && <small id={`${name}-note`}>{error}</small>}
    </label>
  );
}
