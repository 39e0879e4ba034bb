import { readdirSync, readFileSync } from 'node:fs';
import { mf2 } from 'microformats-parser';
import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/document/head.ts';
import { parsable } from '../../src/document/parsable.ts';
import { readMicroformats } from '../../src/document/read-microformats.ts';

const FOLDER = new URL('../../../../fixtures/microformats/', import.meta.url);
const PAGE = 'http://example.com/';
const NO_LINKS = new Set<number>();

interface Item {
  readonly type: readonly string[];
  readonly properties: Readonly<Record<string, readonly unknown[]>>;
  readonly children?: readonly Item[];
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && 'properties' in value;

/** Entries as the suite's own answer has them, in document order. */
function entriesIn(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => {
    if (item.type.some((type) => /^h-(?:entry|event|review|recipe)$/.test(type))) return [item];
    return entriesIn([...Object.values(item.properties).flat().filter(isItem), ...(item.children ?? [])]);
  });
}

/** Names, and the names of authors, without the white space that the suite and the parser treat differently. */
function said(entries: readonly { readonly properties: Item['properties'] }[]): unknown {
  const text = (value: unknown) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value);
  return entries.map(({ properties }) => ({
    name: text(properties.name?.[0]),
    url: properties.url?.[0],
    author: properties.author?.filter(isItem).map((card) => text(card.properties.name?.[0])),
  }));
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

describe('published test suite of microformats', () => {
  it('has pages to read', () => expect(names.length).toBeGreaterThan(29));

  it.each(names)('%s', (name) => {
    const html = readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
    const expected: { items: Item[] } = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
    const { base } = readHead(html, PAGE);
    expect(said(readMicroformats(html, base, NO_LINKS).entries.map(({ entry }) => entry))).toEqual(
      said(entriesIn(expected.items)),
    );
    expect(mf2(parsable(html, base, NO_LINKS) ?? '', { baseUrl: base })).toEqual(mf2(html, { baseUrl: PAGE }));
  });
});
