import type { Language } from './language.ts';

/** What to say for each class of numbers; `#` stands for the number as the language writes it. */
export interface Forms {
  /** For none, where that is not said like many. */
  readonly none?: string;
  readonly one: string;
  readonly other: string;
}

/** `counted('es')(2, { one: '# mención', other: '# menciones' })` is `2 menciones`. */
export function counted(language: Language): (count: number, forms: Forms) => string {
  // Made when they are first asked for: a process that shows no page in a language pays nothing for it.
  let tools: { readonly rules: Intl.PluralRules; readonly digits: Intl.NumberFormat } | undefined;
  return (count, { none, one, other }) => {
    tools ??= { rules: new Intl.PluralRules(language), digits: new Intl.NumberFormat(language) };
    const { rules, digits } = tools;
    // Spanish and French have a class for whole millions too, which takes the form of the many.
    const form = count === 0 && none !== undefined ? none : rules.select(count) === 'one' ? one : other;
    return form.replaceAll('#', digits.format(count));
  };
}
