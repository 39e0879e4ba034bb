/**
 * Everything that moves a terminal's cursor, rings, recolours, renames its window, or reorders and hides text: control
 * characters of both sets but tab and line end, bidirectional controls, byte order marks, tag characters, and halves of characters.
 */
const TRICKS = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * Text that is only text wherever it is printed: each of these becomes `\\u` and its code. The same is valid inside a JSON
 * string, so that one door serves both outputs, and commands that are still to be written.
 */
export function printable(text: string): string {
  return text.replace(TRICKS, (character) =>
    character === '\n' || character === '\t'
      ? character
      : character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
