import type { mf2 } from 'microformats-parser';
import { textOfHtml } from './blocks.ts';

/** A microformat as the parser gives it: types, properties by name without prefix, nested ones as children. */
export type Microformat = ReturnType<typeof mf2>['items'][number];
export type MicroformatProperty = Microformat['properties'][string][number];

/** Values of a property, `[]` when absent; never what an object inherits (`p-__proto__`). */
export function valuesOf(root: Microformat, name: string): readonly MicroformatProperty[] {
  return Object.hasOwn(root.properties, name) ? (root.properties[name] ?? []) : [];
}

/** Whether the value of a property is a microformat itself, such as an author's `h-card`. */
export function isMicroformat(property: MicroformatProperty): property is Microformat {
  return typeof property === 'object' && 'properties' in property;
}

/** What stands inside a microformat: `h-news` has its entry as a property, `h-feed` has children. */
export function inside({ properties, children = [] }: Microformat): readonly Microformat[] {
  return [...Object.values(properties).flat().filter(isMicroformat), ...children];
}

/** The plain value of a property: of an object its `value`. */
export function textOf(property: MicroformatProperty | undefined): string {
  if (property === undefined || typeof property === 'string') return property ?? '';
  if (typeof property.value === 'string') return property.value;
  return property.value === undefined ? '' : textOf(property.value);
}

/** The markup of a property that was asked for as such (`e-*`), `''` of any other. */
export function htmlOf(property: MicroformatProperty | undefined): string {
  return typeof property === 'object' && 'html' in property ? property.html : '';
}

/** At least the first `max` characters of the text of a property that may hold markup. */
export function longTextOf(property: MicroformatProperty | undefined, max: number): string {
  // The parser's own text lets the last word of a paragraph run into the first of the next.
  const html = htmlOf(property);
  return html === '' ? textOf(property) : textOfHtml(html, max);
}

/** The URLs that a property names, of an embedded `h-cite` its `u-url` too. */
export function urlsOf(property: MicroformatProperty): readonly string[] {
  const own = isMicroformat(property) ? valuesOf(property, 'url').map(textOf) : [];
  return [textOf(property), ...own].filter((url) => url !== '');
}
