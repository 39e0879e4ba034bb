import { wordsIn } from './ascii.ts';
import type { Attributes } from './walk.ts';

/** What hides an element by its own style; sizes up to two pixels and places off the screen are as good as nothing. */
const HIDING =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+\s*(?:[;!]|$)|font-size\s*:\s*[0-2](?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)|text-indent\s*:\s*-\d{3,}|(?:left|right|top|bottom|margin|margin-left|margin-top)\s*:\s*-\d{3,}\s*(?:px|em|rem|%)|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|transform\s*:\s*scale\(\s*0\s*\))/i;
const TINY = /(?:^|[;\s])(?:max-)?(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:[;!]|$)/i;
const OVERFLOW = /(?:^|[;\s])overflow\s*:\s*hidden/i;
const COLOUR = /(?:^|[;\s])color\s*:\s*([^;!]{1,40})/i;
const BACKGROUND = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]{1,40})/i;
const MAX_STYLE = 2_000;
const MAX_SHEETS = 64 * 1024;
const MAX_RULES = 4_000;
/** How far into the page style sheets are looked for. */
const MAX_LOOK = 256 * 1024;
/** Names of what is hidden from eyes for the sake of those who listen to a page. */
const FOR_LISTENERS = /(?:^|-)(?:sr|screen-?reader|visually-?hidden|a11y|assistive|skip)/i;

function normalColour(colour: string | undefined): string | undefined {
  const plain = colour?.trim().toLowerCase().replace(/\s+/g, '');
  if (plain === undefined || plain === '') return undefined;
  if (plain === 'white' || /^#f{3,8}$/.test(plain) || /^rgba?\(255,255,255/.test(plain)) return 'white';
  if (plain === 'black' || /^#0{3}(?:0{3})?$/.test(plain) || /^rgba?\(0,0,0(?:,1)?\)/.test(plain)) return 'black';
  return plain;
}

function isHidingStyle(style: string): boolean {
  const bounded = style.slice(0, MAX_STYLE);
  if (HIDING.test(bounded) || (TINY.test(bounded) && OVERFLOW.test(bounded))) return true;
  const colour = normalColour(COLOUR.exec(bounded)?.[1]);
  if (colour === 'transparent') return true;
  return colour !== undefined && colour === normalColour(BACKGROUND.exec(bounded)?.[1]);
}

/**
 * Classes and ids that the style sheets inside a page hide, as `.name` and `#name`. Only rules of one simple selector
 * count, and only the first 64 KiB; this is a judge's glance and no browser. Rules inside `@media` count too rarely to be
 * told apart and are read like the others.
 */
function hiddenNames(html: string): ReadonlySet<string> {
  const names = new Set<string>();
  let room = MAX_SHEETS;
  let rules = MAX_RULES;
  for (const [, sheet = ''] of html.slice(0, MAX_LOOK).matchAll(/<style\b[^>]{0,200}>([^<]*)/gi)) {
    for (const [, selectors = '', body = ''] of sheet.slice(0, room).matchAll(/([^{}]{1,300})\{([^{}]{0,2000})\}/g)) {
      if (rules-- <= 0) return names;
      if (!isHidingStyle(body)) continue;
      for (const selector of selectors.split(',', 20)) {
        const simple = selector.trim();
        if (/^[.#][\w-]+$/.test(simple) && !FOR_LISTENERS.test(simple)) names.add(simple);
      }
    }
    room -= sheet.length;
    if (room <= 0) break;
  }
  return names;
}

/** Tells whether an element hides itself and what is in it from the eyes of readers. */
export type Hides = (attributes: Attributes) => boolean;

/** @param html the whole page, for the style sheets in it */
export function hidingOf(html: string): Hides {
  const names = hiddenNames(html);
  return (attributes) => {
    if (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') return true;
    const style = attributes.get('style');
    if (style !== undefined && isHidingStyle(style)) return true;
    if (names.size === 0) return false;
    const id = attributes.get('id');
    if (id !== undefined && names.has(`#${id.trim()}`)) return true;
    return wordsIn(attributes.get('class'), 32).some((name) => names.has(`.${name}`));
  };
}
