/** HTML's "ASCII whitespace". JavaScript's own is wider: a no-break space belongs to the word or URL that it stands in. */
const BLANKS = ' \t\n\f\r';
const BETWEEN = /[ \t\n\f\r]+/;

/** The words of a space-separated attribute, of at most `max` pieces of it. */
export function wordsIn(text: string | undefined, max?: number): string[] {
  return (text ?? '').split(BETWEEN, max).filter((word) => word !== '');
}

/** Without the blanks around it, as HTML reads attributes that hold a URL. By hand: a pattern would be quadratic. */
export function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && BLANKS.includes(text.charAt(end - 1))) end -= 1;
  let start = 0;
  while (start < end && BLANKS.includes(text.charAt(start))) start += 1;
  return text.slice(start, end);
}
