import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contentLinks } from '../../src/document/content-links.ts';
import { readPage } from '../../src/document/read-page.ts';
import { pageOf } from './read.ts';

const FOLDER = new URL('../../../../fixtures/document/', import.meta.url);

interface Expected {
  readonly page: { readonly finalUrl: string; readonly target: string; readonly headers: readonly [string, string][] };
  readonly reading: unknown;
  readonly contentLinks: unknown;
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

it('has pages to read', () => expect(names.length).toBeGreaterThan(3));

it.each(names)('reads %s.html as its .json says', (name) => {
  const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
  const page = pageOf(new Uint8Array(readFileSync(new URL(`${name}.html`, FOLDER))), expected.page);
  const { surroundings: _, ...reading } = readPage(page);
  expect(reading).toEqual({
    ...(expected.reading as object),
    level: (expected.reading as { level?: string }).level,
  });
  expect(contentLinks(page)).toEqual(expected.contentLinks);
});
