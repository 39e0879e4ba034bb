import { expect, it } from 'vitest';
import type { Brought } from '../../src/import/brought.ts';
import { noCounts } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { readFile } from '../../src/import/read-file.ts';
import { takeIn } from '../../src/import/take-in.ts';
import { EXPORT_FORMATS } from '../../src/web/export/index.ts';
import { exportPieces } from '../../src/web/export/write.ts';
import { bytes, readAll, WORDPRESS } from '../import/reading.ts';
import { HOUR, linking, openHouse } from '../inbound/house.ts';

type House = Awaited<ReturnType<typeof openHouse>>;

async function written(house: House, name: string): Promise<string> {
  const format = EXPORT_FORMATS.find((one) => one.name === name);
  if (!format) throw new Error(`There is no format ${name}.`);
  let text = '';
  const context = { directory: house.directory, now: house.time.now };
  for await (const piece of exportPieces(format, house.store.exports, {}, context)) text += piece;
  return text;
}

async function move(house: House, text: string | Uint8Array) {
  const { format, found } = await readFile(bytes(text), FORMATS);
  await takeIn(found, format.title, noCounts(), house.receiving);
}

/** In an order of its own, and without the number that each place gives. */
const compared = (all: readonly Brought[]) =>
  all.map(({ foreignId: _, ...one }) => one).toSorted((a, b) => (a.source < b.source ? -1 : 1));

it('an export file of WordPress goes in and comes out equal', async () => {
  await using house = await openHouse();
  await move(house, WORDPRESS);
  const out = await readAll(await written(house, 'wxr'));
  expect(out).toMatchObject({ format: 'wxr', problem: '', skipped: [] });
  expect(compared(out.brought)).toEqual(compared((await readAll(WORDPRESS)).brought));
});

it('who has no name at the old place has none after it', async () => {
  await using house = await openHouse();
  const to = { 'wm-target': 'https://alice.example/post' };
  const children = [
    { ...to, 'wm-source': 'https://bob.example/1', 'wm-protocol': 'pingback' },
    { ...to, 'wm-source': 'https://bob.example/2', 'wm-protocol': 'trackback', name: 'A title' },
  ];
  await move(house, JSON.stringify({ children }));
  const { brought } = await readAll(await written(house, 'wxr'));
  expect(brought.map(({ entry }) => [entry.author.name, entry.title])).toEqual([
    ['', ''],
    ['', 'A title'],
  ]);
});

it('what was looked at is public in every format, and what waits in none that knows no waiting', async () => {
  await using house = await openHouse();
  await move(house, WORDPRESS);
  for (const { source, target } of (await readAll(WORDPRESS)).brought) house.web.set(source, linking(target));
  await house.store.imports.lineUp({ at: house.time.now, most: 100, mostOfGroup: 100 });
  expect(JSON.parse(await written(house, 'jf2')).children).toEqual([]);
  await house.pass(HOUR);
  const jf2 = await readAll(await written(house, 'jf2'));
  expect(jf2.brought.map(({ source, as }) => [source, as])).toEqual([
    ['https://frida.example/notes/1', 'approved'],
    ['https://bob.example/2014/tea/', 'approved'],
    ['https://carla.example/gruss?a=1&b=2', 'approved'],
  ]);
  const { items } = JSON.parse(await written(house, 'jsonfeed'));
  expect(items.map(({ url }: { url: string }) => url)).toEqual(jf2.brought.map(({ source }) => source));
  expect((await readAll(await written(house, 'wxr'))).brought).toHaveLength(5);
});

it('texts of strangers are text in it, whatever they hold', async () => {
  await using house = await openHouse();
  const evil =
    ']]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><script>alert(1)</script>&amp;\u0000\ufffe';
  const mention = {
    'wm-source': 'https://bob.example/?a=1&b="2"',
    'wm-target': 'https://alice.example/post',
    'wm-protocol': 'trackback',
    name: evil,
    author: { name: evil },
    content: { text: evil },
  };
  await move(house, JSON.stringify({ children: [mention] }));
  const text = await written(house, 'wxr');
  expect(text).not.toContain('<script');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no XML may hold them
  expect(text).not.toMatch(/[\u0000\ufffe]/);
  const { brought, problem } = await readAll(text);
  expect(problem).toBe('');
  expect(brought).toHaveLength(1);
  expect(brought[0]?.entry.excerpt).toContain('<script>alert(1)</script>');
});
