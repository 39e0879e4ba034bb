import { type Hides, hidingOf } from './hiding.ts';
import type { LinkPlace } from './link-place.ts';
import { type Place, placeOf } from './places.ts';
import type { Attributes } from './walk.ts';

/** What holds inside an element, by it and by all that it stands in. */
export interface Open {
  readonly name: string;
  readonly hidden: boolean;
  readonly place: Place;
  readonly quoted: boolean;
}

/** Follows the tags of a page and knows what one stands in. */
export interface OpenElements {
  innermost(): Open;
  readonly hides: Hides;
  push(name: string, attributes: Attributes): void;
  pop(name: string): void;
  /** Where a link with this start tag stands, which was pushed unless it has no end tag. */
  linkPlace(name: string, attributes: Attributes): LinkPlace;
}

const MAX_OPEN = 512;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const QUOTING = new Set(['blockquote', 'q']);
const OUTERMOST: Open = { name: '', hidden: false, place: 'content', quoted: false };
const LINK_PLACE: Readonly<Record<Place, LinkPlace>> = {
  content: 'content',
  comment: 'comment',
  aside: 'sidebar',
  nav: 'navigation',
  footer: 'footer',
  // Under every post of somebody.
  signature: 'footer',
};

export function openElements(html: string): OpenElements {
  const hides = hidingOf(html);
  const open: Open[] = [];
  const names = new Map<string, number>();
  const innermost = () => open.at(-1) ?? OUTERMOST;

  return {
    innermost,
    hides,
    push(name, attributes) {
      if (VOID.has(name) || open.length >= MAX_OPEN) return;
      const outer = innermost();
      // What stands in an entry's own foot belongs to the entry: many themes put the address replied to there.
      const place = placeOf(name, attributes);
      const isEntryFoot = name === 'footer' && names.has('article');
      open.push({
        name,
        hidden: outer.hidden || hides(attributes),
        place: outer.place === 'comment' || place === undefined || isEntryFoot ? outer.place : place,
        quoted: outer.quoted || QUOTING.has(name),
      });
      names.set(name, (names.get(name) ?? 0) + 1);
    },
    pop(name) {
      if (!names.has(name)) return;
      for (let at = open.length - 1; at >= 0; at--) {
        const closed = open.pop()?.name ?? '';
        const left = (names.get(closed) ?? 1) - 1;
        if (left > 0) names.set(closed, left);
        else names.delete(closed);
        if (closed === name) return;
      }
    },
    linkPlace(name, attributes) {
      const { hidden, place } = innermost();
      // Browsers run scripts and show nothing of `<noscript>`; they never show a `<link>`.
      if (name === 'link' || hidden || names.has('noscript') || hides(attributes)) return 'hidden';
      return LINK_PLACE[place];
    },
  };
}
