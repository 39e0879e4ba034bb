import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { noCounts } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { takeFile } from '../../src/import/take-file.ts';
import { exportPieces } from '../../src/web/export/write.ts';
import { wxrExport } from '../../src/web/export/wxr.ts';
import { bytes, WORDPRESS } from '../import/reading.ts';
import { openHouse } from '../inbound/house.ts';

interface Shape {
  readonly namespaces: Readonly<Record<string, string>>;
  /** By element: its children, in the order in which they first come. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** Elements without children: whether their text stands in a CDATA section. */
  readonly marked: ReadonlyMap<string, boolean>;
}

/** How a file is built, apart from what it says. */
function shapeOf(text: string): Shape {
  let namespaces: Record<string, string> = {};
  const children = new Map<string, string[]>();
  const marked = new Map<string, boolean>();
  const path: { readonly name: string; cdata: boolean }[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === 0) namespaces = attributes as Record<string, string>;
    const parent = path.at(-1)?.name ?? '';
    const known = children.get(parent) ?? [];
    if (!known.includes(name)) children.set(parent, [...known, name]);
    path.push({ name, cdata: false });
  });
  parser.on('cdata', () => {
    const here = path.at(-1);
    if (here) here.cdata = true;
  });
  parser.on('closetag', ({ name }) => {
    const cdata = path.pop()?.cdata ?? false;
    if (!children.has(name)) marked.set(name, cdata);
  });
  // WordPress writes addresses with bare ampersands.
  parser.write(text.replace(/&(?=[a-z]=)/g, '&amp;')).close();
  return { namespaces, children, marked };
}

it('an export is built like one of WordPress: the same elements, in the same order, in the same namespaces', async () => {
  await using house = await openHouse();
  await takeFile(bytes(WORDPRESS), noCounts(), { ...house.receiving, formats: FORMATS });
  let text = '';
  const context = { directory: house.directory, now: house.time.now };
  for await (const piece of exportPieces(wxrExport, house.store.exports, {}, context)) text += piece;
  const [real, ours] = [shapeOf(WORDPRESS.toString()), shapeOf(text)];
  expect(ours.namespaces).toEqual(real.namespaces);
  for (const parent of ['channel', 'item', 'wp:comment']) {
    const all = real.children.get(parent) ?? [];
    const own = ours.children.get(parent) ?? [];
    expect(own, parent).toEqual(all.filter((name) => own.includes(name)));
  }
  // What belongs to the blog and not to mentions.
  const left = ['language', 'wp:author', 'wp:category', 'wp:term', 'category', 'wp:postmeta'];
  for (const parent of ['channel', 'item', 'wp:comment'])
    expect(ours.children.get(parent), parent).toEqual(
      (real.children.get(parent) ?? []).filter((name) => !left.includes(name) && !/wp:commentmeta/.test(name)),
    );
  for (const [name, isMarked] of ours.marked) expect(isMarked, name).toBe(real.marked.get(name));
});
