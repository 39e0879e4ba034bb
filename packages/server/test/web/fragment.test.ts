import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';
import { setUpOwner } from './visitor.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const target = encodeURIComponent(POST);
const ask = (path: string) => house.web.fetch(new Request(`http://127.0.0.1:7777${path}`));
const fragment = async (more = '') => (await ask(`/fragment?target=${target}${more}`)).text();
const json = async (more = '') => (await ask(`/fragment.json?target=${target}${more}`)).json();
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const approve = (entry: object, source?: string) =>
  house.seed({ moderation: 'approved', entry, ...(source && { source }) });

describe('the fragment', () => {
  test('puts likes, reposts and bookmarks into rows of faces, and then replies and mentions', async () => {
    for (const kind of ['mention', 'reply', 'like', 'repost', 'bookmark', 'rsvp'] as const) await approve({ kind });
    const html = await fragment();
    expect([...html.matchAll(/class="hearback-group hearback-group-(\w+)"/g)].map(([, name]) => name)).toEqual([
      ...['likes', 'reposts', 'bookmarks'],
      ...['replies', 'mentions'],
    ]);
    expect(html.match(/class="hearback-faces"/g)).toHaveLength(3);
    expect(html.match(/class="hearback-list"/g)).toHaveLength(2);
    expect(text(html)).toContain('Likes 1 Bob liked this');
    expect(text(html)).toContain('Replies 2');
  });

  test.each([
    ['en', 'Replies 1 Bob replied A title 31 Jan 2026 So I read this.'],
    ['es-MX', 'Respuestas 1 Bob respondió A title 31 ene 2026 So I read this.'],
    ['de', 'Antworten 1 Bob antwortet A title 31.01.2026 So I read this.'],
    ['FR', 'Réponses 1 Bob a répondu A title 31 janv. 2026 So I read this.'],
    ['xx', 'Replies 1 Bob replied A title 31 Jan 2026 So I read this.'],
  ])('speaks %s', async (lang, words) => {
    await approve({ kind: 'reply', published: '2026-01-31T12:00:00Z' });
    const html = await fragment(`&lang=${lang}`);
    expect(text(html)).toBe(words);
    expect(html).toContain(`lang="${lang === 'xx' ? 'en' : lang.slice(0, 2).toLowerCase()}"`);
  });

  test('says in each language that nobody has mentioned the page', async () => {
    expect(text(await fragment())).toBe('Nobody has mentioned this page yet.');
    expect(text(await fragment('&lang=de'))).toBe('Noch hat niemand diese Seite erwähnt.');
  });

  test('is sorted by the dates that readers see, and as long as it is asked to be', async () => {
    for (const [title, published] of [
      ['second', '2026-01-02'],
      ['third', '2026-01-03'],
      ['first', '2026-01-01'],
    ])
      await approve({ title, published });
    const titles = (html: string) => [...html.matchAll(/<bdi>(first|second|third)<\/bdi>/g)].map(([, title]) => title);
    expect(titles(await fragment())).toEqual(['third', 'second', 'first']);
    expect(titles(await fragment('&sort=oldest'))).toEqual(['first', 'second', 'third']);
    const short = await fragment('&limit=2');
    expect(titles(short)).toEqual(['third', 'second']);
    expect(text(short)).toContain('And 1 more.');
    expect(titles(await fragment('&limit=-1&sort=x'))).toEqual(['third', 'second', 'first']);
  });

  test('gives the widget the rest of one group', async () => {
    for (let n = 0; n < 5; n++) await approve({ title: `t${n}`, published: `2026-01-0${n + 1}` });
    await approve({ kind: 'like' });
    const rest = await json('&group=mentions&offset=3&limit=9');
    expect(rest.groups).toMatchObject([{ name: 'mentions', total: 5, title: 'Mentions', faces: false }]);
    expect(rest.groups[0].mentions.map(({ title }: { title: string }) => title)).toEqual(['t1', 't0']);
    expect((await json('&group=mentions&offset=5')).groups).toEqual([]);
    expect(await json('&group=none&lang=fr')).toMatchObject({ total: 6, language: 'fr', showMore: 'Afficher plus' });
  });

  test.each(['/fragment', '/fragment.json'])('%s wants to know the page, and knows only ours', async (path) => {
    expect((await ask(path)).status).toBe(400);
    await approve({});
    const foreign = await ask(`${path}?target=https://foreign.example/`);
    expect(foreign.status).toBe(200);
    expect(await foreign.text()).not.toContain('Bob');
  });
});

describe('links', () => {
  const rule = (scope: 'author' | 'path' | 'host', value: string, follow: boolean) => {
    house.time.now += 2000;
    const { site } = house;
    return house.store.rules.add({
      id: `${value} ${follow}`,
      site: site.id,
      action: 'allow',
      scope,
      value,
      createdAt: 1,
      follow,
    });
  };
  const outputs = async () => [
    await fragment(),
    JSON.stringify(await json()),
    await (await ask('/feed.atom')).text(),
    await (await ask('/feed.rss')).text(),
    await (await ask('/feed.json')).text(),
  ];
  const nofollow = async () => (await outputs()).map((output) => /nofollow ugc noopener/.test(output));

  test('of strangers are not followed, those of whom the owner vouches for are', async () => {
    await approve({}, 'https://bob.example/blog/1');
    expect(await nofollow()).toEqual([true, true, true, true, true]);
    await rule('path', 'bob.example/blog/', false);
    expect(await nofollow()).toEqual([true, true, true, true, true]);
    await rule('host', 'bob.example', true);
    expect(await nofollow()).toEqual([false, false, false, false, false]);
    for (const output of await outputs()) {
      expect(output).toMatch(/rel=\\?"noopener\\?"|"rel":"noopener"/);
      expect(output).not.toContain('noreferrer');
    }
  });

  test('of somebody who names the trusted author in a page elsewhere are not', async () => {
    await rule('author', 'bob.example/', true);
    await approve({ author: { name: 'Bob', url: 'https://bob.example/', photo: '' } }, 'https://eve.example/1');
    expect(await nofollow()).toEqual([true, true, true, true, true]);
  });

  test('the switch is at the desk, for rules that name somebody', async () => {
    const browser = await setUpOwner(house);
    await rule('host', 'bob.example', false);
    const words = {
      id: 'words',
      site: house.site.id,
      action: 'allow',
      scope: 'word',
      value: 'x',
      createdAt: 1,
    } as const;
    await house.store.rules.add(words);
    const flip = async (id: string) => browser.post('/admin/rules/follow', { csrf: await browser.csrf(), rule: id });
    expect((await flip('bob.example false')).headers.get('location')).toBe('/admin/rules?said=followed');
    expect((await house.store.rules.byId('bob.example false'))?.follow).toBe(true);
    expect((await flip('bob.example false')).headers.get('location')).toBe('/admin/rules?said=unfollowed');
    expect((await house.store.rules.byId('bob.example false'))?.follow).toBeUndefined();
    expect((await flip('words')).status).toBe(404);
    expect((await house.store.audit.list({ limit: 9 })).map(({ action }) => action)).toContain('rule changed');
  });
});
