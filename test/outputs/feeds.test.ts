import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { CLEANED, TEXTS, URLS } from './corpus.ts';
import { furnish, innocent, TARGET } from './furnished.ts';

const ALL = [
  ...TEXTS.map(([, text]) => [text, text] as const),
  ...CLEANED.map(([, text, left]) => [text, left] as const),
];
const FORMATS = ['atom', 'rss', 'json'] as const;
type Format = (typeof FORMATS)[number];

let control: House;
let hostile: House;
beforeAll(async () => {
  const open = async (texts: readonly string[]) => {
    const house = await openHouse();
    await furnish(house, texts);
    return house;
  };
  control = await open(ALL.map((_, n) => innocent(n)));
  hostile = await open(ALL.map(([text]) => text));
}, 60_000);
afterAll(async () => {
  await control.close();
  await hostile.close();
});

const ask = async (house: House, format: Format) =>
  (
    await house.web.fetch(
      new Request(`http://127.0.0.1:7777/feed.${format}?target=${encodeURIComponent(TARGET)}&limit=500`),
    )
  ).text();

/** Elements with their attributes, and the texts between them, by a parser that forgives nothing. */
function read(format: Format, text: string): { shape: string; texts: string[] } {
  if (format === 'json') {
    const texts: string[] = [];
    const shape = JSON.stringify(JSON.parse(text), (key, value) => {
      if (typeof value !== 'string') return value;
      texts.push(value);
      return key;
    });
    return { shape, texts };
  }
  const shape: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let inside = '';
  parser.on('opentag', ({ name, attributes }) => {
    shape.push(`<${name} ${Object.keys(attributes)}>`);
    inside = '';
  });
  const add = (part: string) => {
    inside += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    texts.push(inside.trim());
    inside = '';
  });
  parser.on('doctype', () => shape.push('<!DOCTYPE>'));
  parser.on('processinginstruction', () => shape.push('<?>'));
  parser.write(text).close();
  return { shape: shape.join(''), texts };
}

/** What a reader that takes a text for HTML sees: the elements with their attributes, and the words. */
function asHtml(text: string): { elements: string; words: string } {
  let elements = '';
  let words = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      elements += `<${name} ${Object.keys(attributes)}>`;
    },
    ontext: (part) => {
      words += part;
    },
  });
  parser.end(text);
  return { elements, words: words.replace(/\s+/g, ' ').trim() };
}

const filled = (text: string) =>
  ALL.reduce((rest, [, left], n) => rest.replaceAll(innocent(n), left), text)
    .replace(/\s+/g, ' ')
    .trim();

describe.each(FORMATS)('%s', (format) => {
  test('a feed of mentions', async () => {
    const [calm, wild] = [read(format, await ask(control, format)), read(format, await ask(hostile, format))];
    expect(wild.shape).toBe(calm.shape);
    expect(wild.texts).toHaveLength(calm.texts.length);
    expect(calm.texts.join(' ')).toMatch(/Innocent\d{3}text/);
    for (const [n, text] of calm.texts.entries()) {
      const theirs = wild.texts[n] ?? '';
      const isMarkup = /<p>/.test(text);
      const [quiet, loud] = [asHtml(text), asHtml(theirs)];
      // Content is HTML in every format, and in RSS half of the readers take titles and names for it.
      if (isMarkup || format === 'rss') {
        expect(loud.elements).toBe(quiet.elements);
        expect(loud.words).toBe(filled(quiet.words));
      } else expect(theirs.replace(/\s+/g, ' ')).toBe(filled(text));
    }
  });
});

test.each(FORMATS)('206 every address in feed.%s is a web link', async (format) => {
  const house = await openHouse();
  for (const [n, [, url]] of URLS.entries()) {
    const entry = { author: { name: 'Eve', url, photo: url } };
    await house.seed({ source: `https://eve.example/${n}`, target: TARGET, moderation: 'approved', entry });
  }
  const text = await ask(house, format);
  await house.close();
  expect(text).toContain('https://eve.example/0');
  expect(text).not.toMatch(/javascript:|vbscript:|data:|file:/i);
});
