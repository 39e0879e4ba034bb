import { firstGraphemes, lastGraphemes, plainText } from '../text.ts';
import { isBlock, isGap } from './blocks.ts';
import type { LinkAt } from './find-links.ts';
import { type Visitor, walk } from './walk.ts';

const SIDE = 120;
const ANCHOR = 100;
const MAX_SIDE_TEXT = 4_000;
const REACH = 8_192;

/** The end of a text, not beginning inside a word. */
function wordsBefore(text: string): string {
  const cut = lastGraphemes(text, SIDE);
  return cut.length === text.length ? cut : cut.replace(/^\S{0,40}\s/, '').trimStart();
}

/** The beginning of a text, not ending inside a word. */
function wordsAfter(text: string): string {
  const cut = firstGraphemes(text, SIDE);
  return cut.length === text.length ? cut : cut.replace(/\s\S{0,40}$/, '').trimEnd();
}

/**
 * The words around a link in the block that holds it, as text: `[…] before link after […]`, about 120 graphemes either
 * side. `''` for a link that stands among no words, such as `<link>` or `<area>`.
 */
export function excerptAround(html: string, { element, before, at, end }: LinkAt): string {
  if (element === 'link' || element === 'area') return '';
  const text = { before: '', inside: '', after: '' };
  let part: keyof typeof text = 'before';

  function add(piece: string): void {
    if (text[part].length < MAX_SIDE_TEXT || part === 'before') text[part] += piece;
  }

  /** The text of a quotation begins inside the block that cites, that of a link ends where its own block does. */
  function ends(name: string): boolean {
    return part === 'after' && isBlock(name) && (element === 'a' || text.after.trim() !== '');
  }

  walk(html.slice(before, end + REACH), ({ stop }) => {
    function boundary(name: string): void {
      if (part === 'before' && isBlock(name)) text.before = '';
      else if (ends(name)) stop();
      else if (isGap(name)) add(' ');
    }
    const visitor: Visitor = {
      elements: undefined,
      hears: true,
      open(name, attributes, offset) {
        if (part === 'inside' && name === 'a') part = 'after';
        // Where `<body>` is left out, the head's title would pass for the first words of the text.
        if (name === 'title') visitor.hears = false;
        boundary(name);
        if (before + offset === at) part = element === 'a' ? 'inside' : 'after';
        else if (name === 'img' && part === 'inside') add(` ${attributes.get('alt') ?? ''} `);
      },
      close(name) {
        if (name === 'title') visitor.hears = true;
        if (part === 'inside' && name === 'a') part = 'after';
        else boundary(name);
      },
      text: add,
    };
    return visitor;
  });

  // Parts are cleaned one by one, so whether a space stood between them has to be asked of the raw text.
  const spaced = /\s$/.test(text.before) || /^\s/.test(text.inside);
  const lead = wordsBefore(plainText(text.before.slice(-MAX_SIDE_TEXT), MAX_SIDE_TEXT));
  const link = plainText(text.inside, ANCHOR);
  const trail = wordsAfter(plainText(text.after, MAX_SIDE_TEXT));
  const gap = /\s$/.test(text.inside) || /^\s/.test(text.after);
  const words = `${lead}${spaced ? ' ' : ''}${link}${gap ? ' ' : ''}${trail}`.trim();
  return words === '' ? '' : `[…] ${words} […]`;
}
