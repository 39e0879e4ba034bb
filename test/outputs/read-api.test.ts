import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { CLEANED, TEXTS, URLS } from './corpus.ts';
import { furnish, innocent, neutral, TARGET } from './furnished.ts';

const ALL = [
  ...TEXTS.map(([, text]) => [text, text] as const),
  ...CLEANED.map(([, text, left]) => [text, left] as const),
];
const T = `target=${encodeURIComponent(TARGET)}&per-page=1000`;
const get = async (house: House, path: string) =>
  (await house.web.fetch(new Request(`http://127.0.0.1:7777${path}`))).text();

/** What a reader of feeds gets, from a parser that holds to the letter of XML 1.0 and knows no entity but the five. */
function read(xml: string): { readonly tags: string[]; readonly texts: string[] } {
  const [tags, texts]: [string[], string[]] = [[], []];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => tags.push('doctype'));
  parser.on('cdata', () => tags.push('cdata'));
  parser.on('processinginstruction', ({ target }) => tags.push(target));
  parser.on('opentag', ({ local, attributes }) => {
    tags.push(`${local} ${Object.keys(attributes)}`);
    for (const { value } of Object.values(attributes)) texts.push(value);
  });
  parser.on('text', (text) => text.trim() && texts.push(text));
  parser.write(xml).close();
  return { tags, texts };
}

test('mentions as Atom', async () => {
  const feed = async (texts: readonly string[]) => {
    const house = await openHouse();
    await furnish(house, texts);
    const found = read(await get(house, `/api/mentions.atom?${T}`));
    await house.close();
    return found;
  };
  const calm = await feed(ALL.map((_, n) => innocent(n)));
  const wild = await feed(ALL.map(([text]) => text));
  expect(calm.texts.filter((text) => /Innocent\d{3}text/.test(text))).toHaveLength(2 * ALL.length);
  expect(wild.tags).toEqual(calm.tags);
  // XML has no way to write these; a reader gets the sign for what cannot be shown.
  const written = (text: string) => text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
  const expected = calm.texts.map((text) =>
    ALL.reduce((rest, [, left], n) => rest.replaceAll(innocent(n), written(left)), neutral(text)),
  );
  expect(wild.texts.map((text) => neutral(text))).toEqual(expected);
});

test('what is told of the withdrawn', async () => {
  const house = await openHouse();
  for (const [n, [, url]] of URLS.entries()) {
    const entry = { author: { name: 'Eve', url, photo: url } };
    const source = `https://eve.example/${n}?${url}`;
    const id = await house.seed({ source, target: TARGET, moderation: 'approved', entry });
    await house.desk.moderate([id], 'spam');
  }
  const text = await get(house, `/api/deleted.jf2?${T}`);
  expect(text).not.toMatch(/[<\u2028\u2029]/);
  const { children } = JSON.parse(text);
  expect(children).toHaveLength(URLS.length);
  for (const stone of children) {
    expect(Object.keys(stone)).toEqual(['wm-id', 'wm-source', 'wm-target', 'wm-deleted']);
    expect(stone['wm-source']).toMatch(/^(?:|https:\/\/eve\.example\/[^\s"'<>\\`]+)$/);
  }
  await house.close();
});
