import { foldRuleText } from '../../rule.ts';
import { remembering } from './remembering.ts';

const NOT_ASCII = /[\u0080-\uffff]/;

/** Without looking at every letter what script it is of: of most pages that is all there is to know. */
export const isAscii = (text: string): boolean => !NOT_ASCII.test(text);

/** Letters that are no base letter with a mark, but are typed without theirs all the same. */
const PLAIN: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd' };

/** Only letters and digits, without case and marks, words a space apart. */
export const foldWords = remembering((text) => {
  if (isAscii(text))
    return text
      .replaceAll("'", '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return foldRuleText(text.replace(/['’]/g, ''))
    .replace(/[ıłøđ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
});
