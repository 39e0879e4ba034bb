import { MAX_URL } from './url.ts';

/**
 * Joiners that carry meaning: between the parts of an emoji, and between letters that join (Persian, Indic scripts). Accents
 * of any script are no part of such letters; they melt into the one before them.
 */
const MEANINGFUL_JOINER =
  /(?<=\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?)\u200d(?=\p{Extended_Pictographic})|(?<=\p{scx=Arabic}|\p{M}(?<!\p{Script=Inherited}))[\u200c\u200d](?=[\p{Script=Arabic}\p{Alphabetic}])/u;
/** Bidirectional overrides, zero-width and other invisible characters, controls, interlinear marks, noncharacters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb\p{Noncharacter_Code_Point}]/u;
const REMOVED = new RegExp(`(${MEANINGFUL_JOINER.source})|([\\ufe0e\\ufe0f])|${INVISIBLE.source}`, 'gu');
/** More than four marks on one letter only serve to scribble over the lines around it. */
const MARK_PILE = /(\p{M}{4})\p{M}+/gu;
/** What a cut may leave at the end: a blank, or a joiner whose second part is gone. */
const DANGLING = /[\s\u200c\u200d]+$/u;
/** Nothing of it has to be taken out, put together or counted as one with its neighbour: most of what stands on pages. */
const SIMPLE = /^[ -~]*$/;
/** No grapheme that people write is longer, in UTF-16 code units; bounds the work on hostile text. */
const MAX_GRAPHEME = 24;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first `max` graphemes. */
export function firstGraphemes(text: string, max: number): string {
  if (text.length <= max) return text;
  let count = 0;
  for (const { index } of graphemes.segment(text)) {
    if (count++ === max) return text.slice(0, index);
  }
  return text;
}

/** The last `max` graphemes. */
export function lastGraphemes(text: string, max: number): string {
  if (text.length <= max) return text;
  const starts = Array.from(graphemes.segment(text), ({ index }) => index);
  return text.slice(starts.at(-max) ?? 0);
}

/**
 * Text as it may be stored and shown: well-formed, NFC, one line, nothing invisible or bidirectional, at most `max`
 * graphemes. Markup characters stay: whoever writes HTML escapes.
 *
 * @example
 * plainText('  Caf\u0065\u0301\n\u202eevil\0 ', 100); // 'Café evil'
 */
export function plainText(text: string, max: number): string {
  const bounded = text
    .replace(/\s+/g, ' ')
    .trimStart()
    .slice(0, max * MAX_GRAPHEME);
  if (SIMPLE.test(bounded)) return bounded.slice(0, max).trimEnd();
  const visible = bounded
    .toWellFormed()
    .normalize('NFC')
    .replace(REMOVED, (character, joiner: string | undefined, selector: string | undefined) =>
      joiner === undefined && selector === undefined ? '' : character,
    )
    .normalize('NFC')
    .replace(MARK_PILE, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return firstGraphemes(visible, max).replace(DANGLING, '');
}

/** The URL when it is http(s), without user name and not longer than 2,048 characters. */
export function parsedHttpUrl(text: string, base?: string): URL | undefined {
  const url = URL.parse(text, base);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.username === '' && url.password === '' && url.href.length <= MAX_URL ? url : undefined;
}

/** The same, serialised; `''` for any other. */
export function httpUrl(text: string, base?: string): string {
  return parsedHttpUrl(text, base)?.href ?? '';
}
