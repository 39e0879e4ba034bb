import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../packages/server/src/config.ts';
import { WIDGET_PLACE } from '../../packages/server/src/web/advertisement.ts';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { blocks, ROOT, textOf } from './pages.ts';

const page = await textOf('docs/showing.md');
const KINDS = ['mention', 'reply', 'like', 'repost', 'bookmark', 'rsvp'] as const;
const TARGET = 'https://example.org/post';

let house: House;
let fragment = '';
beforeAll(async () => {
  house = await openHouse();
  const site = { ...house.site, id: 'example.org', url: 'https://example.org/' };
  await house.store.sites.configure(site);
  await house.directory.refresh();
  const author = { name: 'Bob', url: 'https://bob.example/', photo: 'https://p.example/x' };
  for (const kind of [...KINDS, ...KINDS]) {
    const mention = await house.seed({
      site: site.id,
      target: TARGET,
      moderation: 'approved',
      entry: { kind, author },
    });
    const made = { name: `${'a'.repeat(22)}.png`, bytes: new Uint8Array(1) };
    await house.store.avatars.save({ mention, site: site.id, photo: author.photo, fetchedAt: 1, made });
  }
  const ask = async (target: string) =>
    (await house.web.fetch(new Request(`http://127.0.0.1:7777/fragment?target=${target}`))).text();
  fragment = (await ask(TARGET)) + (await ask(`${TARGET}&limit=1`)) + (await ask('https://example.org/none'));
});
afterAll(() => house.close());

/** What is named in backquotes between two places of the page. */
function named(from: string, to: string): string[] {
  const part = page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
  return [...part.matchAll(/`([\w-]+)`/g)].map(([, name]) => name ?? '');
}

describe('every address that is asked answers', () => {
  const asked = [
    ...page.matchAll(/'https:\/\/hear\.example\.org([^']+)'|(?:src|href)="https:\/\/hear\.example\.org([^"]+)"/g),
  ];
  it('there are some', () => expect(asked.length).toBeGreaterThan(8));
  it.each(asked.map(([, one, other]) => one ?? other ?? ''))('%s', async (path) => {
    const response = await house.web.fetch(new Request(`http://127.0.0.1:7777${path}`));
    expect(response.status).toBe(200);
    if (!/widget|badge|offset|since_id/.test(path)) expect(await response.text()).toContain('Bob');
  });
});

it('the class names of the fragment are these, and no others', () => {
  const told = named('Class names, which stay', '`/fragment.json`');
  const [first = '', ...rest] = told.filter((name) => /^hearback-group-|^-/.test(name));
  const groups = rest.map((name) => first.replace(/-likes$/, name));
  const all = [...told.filter((name) => name.startsWith('hearback')), ...groups];
  const used = [...fragment.matchAll(/class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(' '));
  expect([...new Set(all)].sort()).toEqual([...new Set(used)].sort());
});

describe('the widget', () => {
  const sources = ['element', 'groups', 'hearback-mentions', 'style'].map((name) =>
    readFile(join(ROOT, `packages/widget/src/${name}.ts`), 'utf8'),
  );
  it('has the parts and properties that are named, and no others', async () => {
    const text = (await Promise.all(sources)).join('\n').replace(/^ *\*.*$/gm, '');
    const properties = [...text.matchAll(/--hearback-[\w-]+/g)].map(String);
    const parts = [
      ...[...text.matchAll(/part: '(\w+)'/g)].map(([, name]) => name ?? ''),
      ...[...text.matchAll(/(?:button|link)\((?:\w+, )?'(\w+)'/g)].map(([, name]) => name ?? ''),
      ...['faces', 'list', 'group', 'likes', 'reposts', 'bookmarks', 'replies', 'mentions'],
    ];
    const toldProperties = [...page.matchAll(/`(--hearback-[\w-]+)`/g)].map(([, name]) => name ?? '');
    expect(toldProperties.sort()).toEqual([...new Set(properties)].sort());
    expect(named('Parts for', '```css').sort()).toEqual([...new Set(parts)].sort());
  });

  it('has the attributes that are named, and no others', async () => {
    const { 2: text = '' } = await Promise.all(sources);
    const [, list = ''] = /observedAttributes = \[([^\]]+)\]/.exec(text) ?? [];
    const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name ?? '');
    expect(told.sort()).toEqual([...list.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '').sort());
  });

  it('is given the line of style that the desk gives', () => {
    expect(blocks(page, 'css')[0]?.trim()).toBe(WIDGET_PLACE);
  });
});

it('the configuration is one', () => {
  const [text = ''] = blocks(page, 'json');
  expect(readConfig(JSON.parse(text), () => undefined).sites).toMatchObject([{ avatars: false }]);
});
