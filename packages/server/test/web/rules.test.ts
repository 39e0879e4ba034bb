import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const SITE = 'alice.example';
const rules = () => house.store.rules.list(SITE);
const stateOf = async (id: string) => (await house.store.mentions.byId(id))?.moderation;
const post = async (fields: Record<string, string>, path = '/admin/rules') =>
  browser.post(path, { csrf: await browser.csrf(), site: SITE, action: 'block', scope: '', ...fields });

describe('a rule', () => {
  test('shows what it would cover, and is made only after that', async () => {
    const held = await house.seed({ source: 'https://eve.example/a' });
    const shown = await house.seed({ source: 'https://eve.example/b', moderation: 'approved' });
    const preview = await (await post({ value: 'eve.example' })).text();
    expect(preview).toContain('1 held mention and 1 shown one');
    expect(preview).toContain('https://eve.example/a');
    expect(await rules()).toEqual([]);
    const made = await post({ value: 'eve.example', sure: 'yes' });
    expect(made.headers.get('location')).toBe('/admin/rules?said=made&count=1');
    expect([await stateOf(held), await stateOf(shown)]).toEqual(['spam', 'approved']);
    const [rule] = await rules();
    const removed = await post({ rule: rule?.id ?? '' }, '/admin/rules/remove');
    expect(removed.headers.get('location')).toBe('/admin/rules?said=removed&count=1');
    expect([await stateOf(held), await rules()]).toEqual(['pending', []]);
  });

  test.each(['blogspot.com', 'co.uk', 'com'])('for everybody under %s asks once more', async (value) => {
    const asked = await (await post({ value, sure: 'yes' })).text();
    expect(asked).toContain('Everybody may have a site under');
    expect(await rules()).toEqual([]);
    await post({ value, sure: 'yes', shared: 'on' });
    expect(await rules()).toMatchObject([{ scope: 'host', value }]);
  });

  test('that cannot be read says why, and hostile text stays text', async () => {
    const reply = await post({ value: '"><script>alert(1)</script> two' });
    expect(reply.status).toBe(422);
    const html = await reply.text();
    expect(html).toContain('neither a domain nor an address');
    expect(html).not.toContain('<script>alert');
    await post({ value: '<b>.*</b>', scope: 'word', sure: 'yes' });
    expect(await (await browser.get('/admin/rules')).text()).toContain('&lt;b&gt;.*&lt;/b&gt;');
  });
});

describe('undo', () => {
  test('stands beside what was just decided, and takes all of it back', async () => {
    const ids = [await house.seed(), await house.seed()];
    const fields = [
      ['csrf', await browser.csrf()],
      ['show', 'held'],
      ['decision', 'spam'],
      ...ids.map((id) => ['mention', id]),
    ];
    const decided = await browser.post(
      '/admin/inbox',
      Object.fromEntries([...fields.slice(0, 3), ['mention', ids[0] as string]]),
    );
    const html = await (await browser.get(decided.headers.get('location') ?? '')).text();
    expect(html).toMatch(/value="undo"/);
    const step = /name="step" value="([\w-]+)"/.exec(html)?.[1] ?? '';
    await browser.post('/admin/inbox', { csrf: await browser.csrf(), decision: 'undo', step });
    expect(await stateOf(ids[0] as string)).toBe('pending');
  });

  test('ignores ids that are none', async () => {
    const html = await (await browser.get('/admin/inbox?done=spam&count=1&undo=%22%3E%3Cscript%3E,a%20b')).text();
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('value="undo"');
  });
});

test.each(['author', 'path', 'host'] as const)('a mention is blocked by its %s from its own page', async (scope) => {
  const id = await house.seed({ source: 'https://bob.example/a' });
  await browser.post('/admin/inbox/rule', {
    csrf: await browser.csrf(),
    mention: id,
    action: 'block',
    scope,
    back: 'mention',
  });
  expect(await stateOf(id)).toBe('spam');
  expect(await rules()).toMatchObject([{ action: 'block', scope }]);
});

test('a list is subscribed to, shown with where it comes from, and removed', async () => {
  await post({ address: 'https://lists.example/spam.txt' }, '/admin/rules/lists');
  expect(await house.store.jobs.nextStart(['chore'])).toBe(house.time.now);
  const [list] = await house.store.blockLists.list();
  expect(await (await browser.get('/admin/rules')).text()).toContain('https://lists.example/spam.txt');
  const refused = await post({ address: 'javascript:alert(1)' }, '/admin/rules/lists');
  expect(refused.status).toBe(422);
  expect(await refused.text()).toMatch(/value="javascript:alert\(1\)"[^>]*aria-invalid="true"/);
  expect(await house.store.blockLists.list()).toHaveLength(1);
  await post({ list: list?.id ?? '' }, '/admin/rules/lists/remove');
  expect(await house.store.blockLists.list()).toEqual([]);
});
