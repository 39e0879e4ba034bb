import { mf2 } from 'microformats-parser';
import { isDeeperThan } from './depth.ts';
import { inside, type Microformat } from './microformats.ts';
import { parsable } from './parsable.ts';

/** Entries, the old class names included; without one of them there is nothing to parse for. */
const HAS_ENTRY = /\b(?:h-?entry|h-event|vevent|h-?review|h-recipe)\b/;
const ENTRIES = ['h-entry', 'h-event', 'h-review', 'h-recipe'];
/**
 * The parser builds a tree and walks it by recursion: 100 kB of nested elements overflowed the stack (8 ms if flat).
 */
const MAX_DEPTH = 256;
const MAX_LENGTH = 512 * 1024;
const MAX_ROOTS = 500;

/** An entry and the feed that it stands in. */
export interface PlacedEntry {
  readonly entry: Microformat;
  readonly feed: Microformat | undefined;
}

/** What a page says in microformats. */
export interface Microformats {
  /** In document order, those of feeds included; what is nested in an entry belongs to it. */
  readonly entries: readonly PlacedEntry[];
  /** Every `h-card`, wherever it stands. */
  readonly cards: readonly Microformat[];
  /** Links with `rel=author`, absolute where they could be resolved. */
  readonly authors: readonly string[];
}

const NONE: Microformats = { entries: [], cards: [], authors: [] };

function isOf(root: Microformat, types: readonly string[]): boolean {
  return root.type?.some((type) => types.includes(type)) ?? false;
}

function collectEntries(roots: readonly Microformat[], feed: Microformat | undefined, found: PlacedEntry[]): void {
  for (const root of roots) {
    if (found.length >= MAX_ROOTS) return;
    if (isOf(root, ENTRIES)) found.push({ entry: root, feed });
    else collectEntries(inside(root), isOf(root, ['h-feed']) ? root : feed, found);
  }
}

function collectCards(roots: readonly Microformat[], found: Microformat[]): void {
  for (const root of roots) {
    if (found.length >= MAX_ROOTS) return;
    if (isOf(root, ['h-card'])) found.push(root);
    collectCards(inside(root), found);
  }
}

/**
 * Nothing when the page has no entry, when it is too deep, too long or too full to be parsed safely, and when the parser fails
 * all the same.
 *
 * @param links offsets of the start tags that link to the target
 */
export function readMicroformats(html: string, baseUrl: string, links: ReadonlySet<number>): Microformats {
  if (!HAS_ENTRY.test(html) || html.length > MAX_LENGTH || isDeeperThan(html, MAX_DEPTH)) return NONE;
  const safe = parsable(html, baseUrl, links);
  if (safe === undefined) return NONE;
  try {
    const { items, rels } = mf2(safe, { baseUrl });
    const entries: PlacedEntry[] = [];
    const cards: Microformat[] = [];
    collectEntries(items, undefined, entries);
    collectCards(items, cards);
    return { entries, cards, authors: rels.author ?? [] };
  } catch {
    // It throws for a page without elements, and for a `u-*` whose text is an address that it cannot resolve.
    return NONE;
  }
}
