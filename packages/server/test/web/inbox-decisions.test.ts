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

const page = async (path: string) => (await browser.get(path)).text();
const stateOf = async (id: string) => (await house.store.mentions.byId(id))?.moderation;
const states = (ids: readonly string[]) => Promise.all(ids.map(stateOf));
const plain = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Fills in what a form of the page has hidden, as a browser would. */
async function submit(html: string, action: string, fields: Record<string, string>) {
  const form = new RegExp(`<form method="post" action="${action}"[^>]*>(.*?)</form>`, 's').exec(html)?.[1] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const all = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, plain(value)]));
  const response = await browser.post(action, { ...all, ...fields });
  return response.headers.get('location') ?? '';
}
const undo = async (location: string, action = '/admin/inbox') =>
  submit(await page(location), action, { decision: 'undo' });

describe('without scripts', () => {
  test('a decision keeps the list that it was made in, and is taken back by a button', async () => {
    const [a, b] = [await house.seed({ entry: { kind: 'reply' } }), await house.seed({ entry: { kind: 'reply' } })];
    const after = await submit(await page('/admin/inbox?kind=reply&q=title'), '/admin/inbox', { one: `spam:${a}` });
    expect(after).toMatch(/^\/admin\/inbox\?show=held&q=title&kind=reply&done=spam&count=1&undo=/);
    expect(await page(after)).toContain('1 mention marked as spam.');
    expect(await states([a, b])).toEqual(['spam', 'pending']);
    const back = await undo(after);
    expect(back).toMatch(/^\/admin\/inbox\?show=held&q=title&kind=reply&done=undo&count=1$/);
    expect(await page(back)).toContain('1 mention as before.');
    expect(await stateOf(a)).toBe('pending');
    // Once only: the second of two windows has nothing to take back.
    expect(await undo(after)).toContain('done=undo&count=0');
  });

  test('what somebody decided since then is not taken back', async () => {
    const [a, b] = [await house.seed(), await house.seed()];
    const fields = new URLSearchParams({ csrf: await browser.csrf(), decision: 'reject', view: 'show=held' });
    for (const id of [a, b]) fields.append('mention', id);
    const after = (await browser.post('/admin/inbox', fields)).headers.get('location') ?? '';
    await house.desk.moderate([b], 'approved');
    await undo(after);
    expect(await states([a, b])).toEqual(['pending', 'approved']);
  });

  test('on the page of a mention', async () => {
    const id = await house.seed();
    const action = `/admin/mentions/${id}`;
    const after = await submit(await page(action), action, { one: `approve:${id}` });
    expect(await stateOf(id)).toBe('approved');
    expect(await undo(after, action)).toBe(`${action}?done=undo&count=1`);
    expect(await stateOf(id)).toBe('pending');
  });
});

describe('rules made of a mention', () => {
  const question = (mention: string, action: string, scope: string, back = 'show=held') =>
    `/admin/inbox/rule?${new URLSearchParams({ mention, action, scope, back })}`;

  test.each([
    ['allow', 'path', 'approved', 'bob.example/blog/'],
    ['mute', 'author', 'rejected', 'bob.example/'],
    ['block', 'host', 'spam', 'bob.example'],
  ] as const)(
    '%s this %s: first what it covers, then the rule; undo takes both back',
    async (action, scope, state, value) => {
      const id = await house.seed({ source: 'https://bob.example/blog/one' });
      const held = await house.seed({ source: 'https://bob.example/blog/two' });
      const shown = await house.seed({ source: 'https://bob.example/blog/three', moderation: 'approved' });
      const elsewhere = {
        entry: { author: { name: 'Carol', url: '', photo: '' } },
        facts: { finalUrl: 'https://carol.example/' },
      };
      const other = await house.seed({ source: 'https://carol.example/', ...elsewhere });
      const html = await page(question(id, action, scope));
      expect(html).toContain(`<code>${value}</code>`);
      expect(html).toContain('it covers 2 mentions, which are decided at once');
      expect(html).toContain('it covers 1 mention, which stays');
      expect(html).toContain('https://bob.example/blog/two');
      expect(await states([id, held])).toEqual(['pending', 'pending']);
      const after = await submit(html, '/admin/inbox/rule', {});
      expect(after).toMatch(new RegExp(`^/admin/inbox\\?show=held&done=${action}&count=2&undo=`));
      expect(await states([id, held, shown, other])).toEqual([state, state, 'approved', 'pending']);
      expect(await house.store.rules.list(house.site.id)).toMatchObject([{ action, scope, value }]);
      await undo(after);
      expect(await states([id, held, shown])).toEqual(['pending', 'pending', 'approved']);
      expect(await house.store.rules.list(house.site.id)).toEqual([]);
    },
  );

  test('a rule that was there before stays when the decision is taken back', async () => {
    const id = await house.seed({ source: 'https://bob.example/one' });
    const rule = house.desk.ruleFor((await house.store.mentions.byId(id)) as never, 'host', 'block');
    await house.desk.addRule(rule as never);
    await house.desk.moderate([id], 'pending');
    await undo(await submit(await page(question(id, 'block', 'host')), '/admin/inbox/rule', {}));
    expect(await stateOf(id)).toBe('pending');
    expect(await house.store.rules.list(house.site.id)).toHaveLength(1);
  });

  test('comes back to where it was asked for, and nowhere else', async () => {
    const id = await house.seed();
    for (const [back, address] of [
      ['show=held&kind=mention', '/admin/inbox?show=held&kind=mention'],
      ['mention', `/admin/mentions/${id}`],
      ['https://evil.example/', '/admin/inbox?show=held'],
    ] as const)
      expect(plain(await page(question(id, 'mute', 'host', back)))).toContain(`href="${address}">Rather not`);
  });

  test.each([
    ['an unknown mention', question('nobody', 'mute', 'host')],
    ['an unknown scope', question('ID', 'mute', 'planet')],
    ['an unknown action', question('ID', 'eat', 'host')],
  ])('%s is one line', async (_, path) => {
    const response = await browser.get(path.replace('ID', await house.seed()));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('That mention is not there any more');
  });
});

describe('a whole list at once', () => {
  test('after a page that says how many; what arrives later is not among them; undo takes it back', async () => {
    const likes: string[] = [];
    for (let n = 0; n < 130; n += 1) likes.push(await house.seed({ entry: { kind: 'like' } }));
    const reply = await house.seed({ entry: { kind: 'reply' } });
    const list = await page('/admin/inbox?kind=like');
    const link = plain(/href="(\/admin\/inbox\/all[^"]+)">Decide about all 130 /.exec(list)?.[1] ?? '');
    const html = await page(link);
    expect(html).toContain('Decide about 130 mentions at once?');
    expect(html).toContain('Kind: <bdi>Like</bdi>');
    const late = await house.seed({ entry: { kind: 'like' } });
    const after = await submit(html, '/admin/inbox/all', { decision: 'approve' });
    expect(after).toMatch(/^\/admin\/inbox\?show=held&kind=like&done=approve&count=130&undo=/);
    expect(new Set(await states(likes))).toEqual(new Set(['approved']));
    expect(await states([reply, late])).toEqual(['pending', 'pending']);
    expect((await house.store.audit.list({ limit: 200 } as never)).length).toBeGreaterThan(100);
    expect(await undo(after)).toContain('done=undo&count=130');
    expect(new Set(await states(likes))).toEqual(new Set(['pending']));
  });

  test.each([
    ['a filter that is not understood', { view: 'show=held&kind=podcast' }],
    ['no moment', { until: '' }],
    ['no decision', { decision: 'undo' }],
  ])('%s decides nothing', async (_, change) => {
    const id = await house.seed();
    const good = { csrf: await browser.csrf(), view: 'show=held', until: String(house.time.now), decision: 'spam' };
    await browser.post('/admin/inbox/all', { ...good, ...change });
    expect(await stateOf(id)).toBe('pending');
    await browser.post('/admin/inbox/all', good);
    expect(await stateOf(id)).toBe('spam');
  });
});

test('a script is answered with what it has to say', async () => {
  const [id] = [await house.seed(), await house.seed()];
  const headers = { 'sec-fetch-site': 'same-origin', accept: 'application/json' };
  const fields = { csrf: await browser.csrf(), view: 'show=held', one: `approve:${id}` };
  const answer = await (await browser.post('/admin/inbox', fields, headers)).json();
  expect(answer).toMatchObject({
    sentence: '1 mention approved.',
    undo: expect.stringMatching(/^[\w-]+$/),
    next: expect.stringMatching(/^\/admin\/inbox\?show=held&done=approve&count=1&undo=/),
    counts: { held: '1', approved: '1' },
  });
});
