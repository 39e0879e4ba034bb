import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { type Browser, setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { bearer, makeToken } from '../attacks/owner/lib.ts';
import { CLEANED, TEXTS } from './corpus.ts';
import { furnish, innocent } from './furnished.ts';

const ALL = [...TEXTS.map(([, text]) => text), ...CLEANED.map(([, text]) => text)];

interface Stage {
  readonly house: House;
  readonly owner: Browser;
}
const stages: Stage[] = [];
beforeAll(async () => {
  for (const texts of [ALL.map((_, n) => innocent(n)), ALL]) {
    const house = await openHouse();
    const owner = await setUpOwner(house);
    await furnish(house, texts);
    stages.push({ house, owner });
  }
}, 60_000);
afterAll(async () => {
  for (const { house } of stages) await house.close();
});

/** Elements and attributes, by a parser that forgives nothing; and of each comment the markup that WordPress would show. */
function ofXml(text: string): string {
  const shape: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let inside = '';
  parser.on('opentag', ({ name, attributes }) => {
    shape.push(`<${name} ${Object.keys(attributes)}>`);
    inside = '';
  });
  parser.on('text', (part) => (inside += part));
  parser.on('cdata', (part) => (inside += part));
  parser.on('closetag', ({ name }) => {
    if (/comment_(?:content|author)$/.test(name)) shape.push(inside.replace(/[^<>]+/g, ''));
    if (/comment_(?:approved|type|author_url)$/.test(name)) shape.push(inside.replace(/\d+/g, '#'));
    inside = '';
  });
  parser.on('doctype', () => shape.push('<!DOCTYPE>'));
  parser.write(text).close();
  return shape.join('\n');
}

const ofJson = (text: string) =>
  JSON.stringify(JSON.parse(text), (key, value) => (typeof value === 'string' ? key : value));

test.each(['wxr', 'jf2', 'jsonfeed'])('a file to take elsewhere: %s', async (format) => {
  const shapes: string[] = [];
  for (const { owner } of stages) {
    const text = await (await owner.get(`/admin/moving/export?format=${format}`)).text();
    expect(text.length).toBeGreaterThan(10_000);
    expect(text).not.toMatch(/<script|192\.0\.2\.|hb_[\w-]{8}/i);
    shapes.push(format === 'wxr' ? ofXml(text) : ofJson(text));
  }
  expect(shapes[1]).toBe(shapes[0]);
});

test('a file that is brought to the desk', async () => {
  for (const { house, owner } of stages) {
    const token = bearer(await makeToken(house, ['import']));
    for (const text of ALL.slice(0, 10)) {
      const file = `source,target\r\n"${text.replaceAll('"', '""')}",x\r\nhttps://bob.example/?${encodeURIComponent(text)},https://x.example/\r\n"`;
      const form = new FormData();
      form.append('csrf', await owner.csrf());
      form.append('file', new Blob([file]), text);
      const headers = { cookie: owner.cookie, 'sec-fetch-site': 'same-origin' };
      const init = { method: 'POST', body: form, headers };
      const given = await house.web.fetch(new Request(`${house.publicUrl}/admin/moving`, init));
      const address = given.headers.get('location') ?? '';
      await house.files.look();
      const pages = [address, `${address}/now`, '/admin/moving'].map(async (path) => (await owner.get(path)).text());
      for (const page of await Promise.all(pages))
        expect(page).not.toMatch(/<script(?! type="module" src="\/admin)|<img|<svg|<[^<>]*\son\w+=/i);
      const table = await (await owner.get(`${address}/skipped.csv`)).text();
      expect(table).not.toMatch(/(?:^|[\n,])"?[=+@\t-]/);
      for (const end of ['', '/skipped']) {
        const path = `/api/import/${address.split('/').at(-1)}${end}`;
        const said = await house.web.fetch(new Request(`${house.publicUrl}${path}`, { headers: token }));
        expect(await said.text()).not.toMatch(/[<\u202e\u2028]/);
      }
    }
  }
});

test('a removal comes back as text, and its receipt', async () => {
  for (const { owner } of stages.slice(1)) {
    const csrf = await owner.csrf();
    for (const value of ALL)
      for (const more of ['', '&sure=on']) {
        const fields = new URLSearchParams(
          `csrf=${csrf}&kind=author&value=${encodeURIComponent(value.toWellFormed())}${more}`,
        );
        const page = await (await owner.post('/admin/removals', fields)).text();
        expect(page).not.toMatch(/<script|<img|<svg|<[^>]*\son\w+=(?!.*value=)/i);
      }
  }
});
