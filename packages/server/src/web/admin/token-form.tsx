import { SCOPES } from '../../access.ts';
import type { Site } from '../../site.ts';
import { line } from '../text.ts';
import { Field } from './field.tsx';
import { Csrf } from './layout.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

export type Problems = Partial<Record<'name' | 'scope' | 'site', string>>;

interface TokenFormProps {
  readonly sites: readonly Site[];
  readonly visitor: Visitor;
  /** The form as it was sent, when it comes back. */
  readonly given?: URLSearchParams;
  readonly problems?: Problems;
}

export function TokenForm({ sites, visitor, given = new URLSearchParams(), problems = {} }: TokenFormProps) {
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
          {SCOPES.map((scope) => (
            <label>
              <input type="checkbox" name="scope" value={scope} checked={ticked.includes(scope)} />{' '}
              {tokens.scopes[scope]}
            </label>
          ))}
          <Wrong name="scope" problem={problems.scope} />
        </fieldset>
        <label>
          {tokens.for}
          <select name="site" {...wrong('site', problems.site)}>
            <option value="">{tokens.allSites}</option>
            {sites.map(({ id, name }) => (
              <option value={id} selected={id === given.get('site')}>
                {line(name)}
              </option>
            ))}
          </select>
          <Wrong name="site" problem={problems.site} />
        </label>
        <button type="submit" class="save secondary outline">
          {tokens.make}
        </button>
      </form>
    </article>
  );
}
