import { line } from '../text.ts';
import type { Reached } from './reached.ts';
import { useWords } from './speaking.tsx';
import { Wrong, wrong } from './wrong.tsx';

interface SiteChoiceProps {
  readonly sites: Reached;
  readonly selected: string | undefined;
  /** What stands for all of them; without it one has to be chosen. */
  readonly all?: string;
  readonly problem?: string | undefined;
  readonly id?: string;
}

export function LabelledSites({ label, ...rest }: SiteChoiceProps & { readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the choice is the control.
    <label>
      {label}
      <SiteChoice {...rest} />
      <Wrong name="site" problem={rest.problem} />
    </label>
  );
}

/** The field `site` of a form: a list of the sites, or where there are too many for one the id of a site. */
export function SiteChoice({ sites, selected, all, problem, id }: SiteChoiceProps) {
  const { site } = useWords();
  const is = { name: 'site', id, ...wrong('site', problem) };
  if (sites === 'many')
    return (
      <input
        {...is}
        value={selected}
        placeholder={all ?? site.idHint}
        title={site.idHint}
        required={all === undefined}
        maxlength={300}
        autocomplete="off"
        spellcheck={false}
      />
    );
  return (
    <select {...is}>
      {all !== undefined && <option value="">{all}</option>}
      {sites.map(({ id: value, name }) => (
        <option value={value} selected={value === selected}>
          {line(name)}
        </option>
      ))}
    </select>
  );
}
