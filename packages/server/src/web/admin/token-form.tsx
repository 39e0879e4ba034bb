import type { Scope } from '../../access.ts';
import { Field } from './field.tsx';
import { Csrf } from './layout.tsx';
import type { Reached } from './reached.ts';
import { LabelledSites } from './site-choice.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong } from './wrong.tsx';

export type Problems = Partial<Record<'name' | 'scope' | 'site', string>>;

interface TokenFormProps {
  readonly sites: Reached;
  /** Those that the visitor may give. */
  readonly scopes: readonly Scope[];
  /** Whether it may be for all sites, later ones too. */
  readonly isForAll: boolean;
  readonly visitor: Visitor;
  /** The form as it was sent, when it comes back. */
  readonly given?: URLSearchParams;
  readonly problems?: Problems;
}

export function TokenForm(props: TokenFormProps) {
  const { sites, scopes, isForAll, visitor, given = new URLSearchParams(), problems = {} } = props;
  const { tokens } = useWords();
  const ticked = given.getAll('scope');
  return (
    <article>
      <h2>{tokens.fresh}</h2>
      <form method="post" action="/admin/tokens">
        <Csrf visitor={visitor} />
        <Field
          label={tokens.name}
          name="name"
          value={given.get('name') ?? ''}
          autocomplete="off"
          hint={tokens.nameHint}
          error={problems.name}
        />
        <fieldset aria-describedby={problems.scope && 'scope-wrong'}>
          <legend>{tokens.itMay}</legend>
          {scopes.map((scope) => (
            <label>
              <input type="checkbox" name="scope" value={scope} checked={ticked.includes(scope)} />{' '}
              {tokens.scopes[scope]}
            </label>
          ))}
          <Wrong name="scope" problem={problems.scope} />
        </fieldset>
        <LabelledSites
          label={tokens.for}
          sites={sites}
          selected={given.get('site') ?? undefined}
          {...(isForAll && { all: tokens.allSites })}
          problem={problems.site}
        />
        <button type="submit" class="save secondary outline">
          {tokens.make}
        </button>
      </form>
    </article>
  );
}
