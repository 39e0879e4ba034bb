/**
 * How strongly a text asks for it. `example`, `erratum` and `note` are parts of a specification that ask for nothing by
 * themselves; `field` is what software of the field does; `house` is our own answer where every text is silent.
 */
export type Level = 'must' | 'should' | 'may' | 'example' | 'erratum' | 'note' | 'field' | 'house';

export type State =
  /** Proved by the tests that carry the id of the row. */
  | { readonly state: 'case' }
  /** We do something else on purpose; the tests that carry the id, if any, prove what we do instead. */
  | { readonly state: 'different'; readonly decision: string }
  /** Says what is inside another program: nothing that we send or answer could show it. */
  | { readonly state: 'not applicable'; readonly reason: string };

/** One rule of a specification, or one habit of the field, that somebody can hold against us. */
export interface Row {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly state: State;
}

const CASE: State = { state: 'case' };

export function row(id: string, level: Level, title: string, state: State = CASE): Row {
  return { id, level, title, state };
}

/** @param decision what was to be decided, then what was decided */
export function different(decision: string): State {
  return { state: 'different', decision };
}

export function notApplicable(reason: string): State {
  return { state: 'not applicable', reason };
}
