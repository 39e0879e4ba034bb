/**
 * JSON that is inert wherever a client pastes it: `<` cannot end a script element or open a comment, and the two line
 * separators cannot end a statement.
 */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
