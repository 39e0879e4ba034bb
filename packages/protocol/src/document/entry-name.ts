import { firstGraphemes, plainText } from '../text.ts';
import { longTextOf, type Microformat, textOf, valuesOf } from './microformats.ts';

const MAX_TITLE = 250;
const MAX_WORDS = 1_000;
const CUT = /\s*(?:…|\.{3}|\[(?:…|\.{3})\])$/;

/** What an entry itself says, at most 1,000 graphemes: its content, else its summary. */
export function wordsOf(entry: Microformat | undefined): string {
  if (entry === undefined) return '';
  const content = plainText(longTextOf(valuesOf(entry, 'content')[0], 4 * MAX_WORDS), MAX_WORDS);
  return content || plainText(textOf(valuesOf(entry, 'summary')[0]), MAX_WORDS);
}

/** White space does not count: text of markup has it in other places, depending on who took the markup away. */
function beginsWith(words: string, name: string, wholeWords: boolean): boolean {
  let at = 0;
  for (const character of name.replace(/\s+/g, '')) {
    while (words[at] === ' ') at += 1;
    if (!words.startsWith(character, at)) return false;
    at += character.length;
  }
  return !wholeWords || !/^[\p{L}\p{N}]/u.test(words.slice(at));
}

/**
 * The name of an entry as a title, `''` when it has none. A note has none of its own: what stands there is how its words
 * begin (Post Type Discovery §6, last steps), often cut short.
 *
 * @param words of the entry, see `wordsOf`
 */
export function nameOf(entry: Microformat | undefined, words: string): string {
  const name = entry === undefined ? '' : plainText(textOf(valuesOf(entry, 'name')[0]), MAX_WORDS);
  const uncut = name.replace(CUT, '');
  if (beginsWith(words.toLowerCase(), uncut.toLowerCase(), uncut === name)) return '';
  return firstGraphemes(name, MAX_TITLE).trimEnd();
}
