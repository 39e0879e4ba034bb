// Bidirectional controls reorder what stands around them, tag characters and BOMs hide text (the "Trojan Source" class),
// and control characters have no place in a sentence. A name needs no joiners; prose in Persian or an emoji does.
const INVISIBLE = /[\p{Cc}\u061C\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF\u{E0000}-\u{E007F}]+/gu;
const JOINERS = /[\u200C\u200D]+/g;
/** No emoji joins more than eight; a browser breaks no line within a chain, however long it is. */
const CHAIN = /(?:\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]*\u200D){8,}/gu;

/** Letters, figures and signs of ASCII with single blanks between: nothing to take away. Most of what is shown is that. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** A name or a title: one line, nothing invisible. */
export function line(text: string | undefined): string {
  return prose(text).replace(JOINERS, '');
}

/** Running text: one paragraph, nothing that reorders or hides. */
export function prose(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  if (PLAIN.test(text)) return text;
  return visible(text.replace(/\s+/g, ' ')).trim();
}

/** Text whose lines count, such as a request. */
export function block(text: string): string {
  return text
    .split('\n')
    .map((row) => visible(row.replaceAll('\t', '  ')))
    .join('\n');
}

function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(CHAIN, (chain) => chain.replace(JOINERS, ''));
}
