import { mf2 } from 'microformats-parser';
import { textOfHtml } from './blocks.ts';
import { isDeeperThan } from './depth.ts';

type Root = ReturnType<typeof mf2>['items'][number];
type Property = Root['properties'][string][number];

/** Entries and feeds, the old class names included; without one of them there is nothing to parse for. */
const HAS_ENTRY = /\b(?:h-entry|hentry|h-event|h-review|h-recipe)\b/;
/**
 * The parser builds a tree and walks it by recursion: 100 kB of nested elements overflowed the stack (8 ms if flat).
 */
const MAX_DEPTH = 256;
const MAX_LENGTH = 512 * 1024;
const MAX_ROOTS = 500;

export type { Property as MicroformatProperty, Root as Microformat };

/** Values of a property, `[]` when absent; never what an object inherits (attack 159, `p-__proto__`). */
export function valuesOf(root: Root, name: string): readonly Property[] {
  return Object.hasOwn(root.properties, name) ? (root.properties[name] ?? []) : [];
}

/** The plain value of a property: of an object its `value`. */
export function textOf(property: Property | undefined): string {
  if (property === undefined || typeof property === 'string') return property ?? '';
  if (typeof property.value === 'string') return property.value;
  return property.value === undefined ? '' : textOf(property.value);
}

/** At least the first `max` characters of the text of a property that may hold markup. */
export function longTextOf(property: Property | undefined, max: number): string {
  // The parser's own text lets the last word of a paragraph run into the first of the next.
  const html = typeof property === 'object' && 'html' in property ? property.html : undefined;
  return html === undefined ? textOf(property) : textOfHtml(html, max);
}

/** The URLs that a property names, of an embedded `h-cite` its `u-url` too. */
export function urlsOf(property: Property): readonly string[] {
  if (typeof property === 'string') return [property];
  const own = 'properties' in property ? valuesOf(property, 'url').map(textOf) : [];
  return [textOf(property), ...own].filter((url) => url !== '');
}

function entriesIn(roots: readonly Root[], found: Root[]): Root[] {
  for (const root of roots) {
    if (found.length >= MAX_ROOTS) break;
    const types = root.type ?? [];
    if (
      types.includes('h-entry') ||
      types.includes('h-event') ||
      types.includes('h-review') ||
      types.includes('h-recipe')
    )
      found.push(root);
    else if (types.includes('h-feed')) entriesIn(root.children ?? [], found);
  }
  return found;
}

/**
 * The entries of a page, those of its feeds included, in document order; what is nested in an entry belongs to it. `[]`
 * when there are none, when the page is too deep or too long to be parsed safely, and when the parser fails.
 */
export function readEntries(html: string, baseUrl: string): readonly Root[] {
  if (!HAS_ENTRY.test(html) || html.length > MAX_LENGTH || isDeeperThan(html, MAX_DEPTH)) return [];
  try {
    return entriesIn(mf2(html, { baseUrl }).items, []);
  } catch {
    // It throws for a page without elements and for URLs it cannot resolve; such a page has no entry for us.
    return [];
  }
}
