import type { Attributes } from './walk.ts';

/** Whether an element is one of those meant. */
export type ElementTest = (name: string, attributes: Attributes) => boolean;

export type SelectorReading =
  | { readonly ok: true; readonly matches: ElementTest }
  /** What is wrong, as the second half of a sentence about the selector. */
  | { readonly ok: false; readonly reason: string };

const COMPOUND = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+|\[[\w-]+(?:="[^"\]]*")?\])*)$/i;
const PART = /([.#])([\w-]+)|\[([\w-]+)(?:="([^"\]]*)")?\]/g;
const MAX_LENGTH = 1_000;

/**
 * Reads a list of simple selectors, as in a stylesheet: `article`, `.post-body`, `#content`, `[role="main"]`, and what is
 * written of these without a space (`div.post`), several by comma. What an element stands in cannot be asked for
 * (`main p`): pages are read in one pass without a tree.
 */
export function readSelector(text: string): SelectorReading {
  if (text.length > MAX_LENGTH) return { ok: false, reason: `it is longer than ${MAX_LENGTH} characters` };
  const tests: ElementTest[] = [];
  for (const one of text.split(',').map((part) => part.trim())) {
    const match = one === '' ? null : COMPOUND.exec(one);
    if (match === null)
      return { ok: false, reason: `"${one}" is none of the simple selectors such as article, .post-body or #content` };
    tests.push(compound(match[1]?.toLowerCase() ?? '*', match[2] ?? ''));
  }
  return { ok: true, matches: (name, attributes) => tests.some((test) => test(name, attributes)) };
}

function compound(element: string, rest: string): ElementTest {
  const parts = [...rest.matchAll(PART)].map(([, sign, word = '', attribute = '', value]) => {
    if (sign === '.') return (attributes: Attributes) => classesOf(attributes).includes(word);
    if (sign === '#') return (attributes: Attributes) => attributes.get('id') === word;
    const name = attribute.toLowerCase();
    return (attributes: Attributes) => (value === undefined ? attributes.has(name) : attributes.get(name) === value);
  });
  return (name, attributes) => (element === '*' || element === name) && parts.every((part) => part(attributes));
}

function classesOf(attributes: Attributes): readonly string[] {
  return attributes.get('class')?.split(/\s+/, 64) ?? [];
}
