import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../../../packages/server/test/web/house.ts';
import { PASSWORD, setUpOwner } from '../../../packages/server/test/web/visitor.ts';
import { logInAt } from './lib.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());
const logIn = (name: string, password: string, address: string) => logInAt(house, name, password, address);

describe('the list of who did what', () => {
  test('log-ins, refused ones, decisions, rules, switches and log-out, with name and address', async () => {
    const browser = await setUpOwner(house);
    const csrf = await browser.csrf();
    const id = await house.seed({ source: 'https://bob.example/blog/one' });
    await browser.post('/admin/inbox/rule', { csrf, mention: id, action: 'allow', scope: 'path' });
    const [rule] = await house.store.rules.list(house.site.id);
    await browser.post('/admin/rules/remove', { csrf, rule: rule?.id ?? '' });
    await browser.post(`/admin/sites/${house.site.id}`, { csrf, send: 'never' });
    await browser.post(`/admin/mentions/${id}`, { csrf, one: `spam:${id}` });
    await logIn('ali\u202Ece<b>', 'wrong', '198.51.100.7');
    await logIn('alice', PASSWORD, '203.0.113.1');
    await browser.post('/admin/logout', { csrf });
    const rows = await house.store.audit.list({ limit: 100 });
    expect(rows.map(({ by, address, action, detail }) => [by, address, action, detail]).reverse()).toEqual([
      ['alice', undefined, 'set-up', ''],
      ['alice', undefined, 'rule added', 'always allow path bob.example/blog/'],
      ['alice', undefined, 'moderated', 'approved'],
      ['alice', undefined, 'rule removed', 'always allow path bob.example/blog/'],
      ['alice', undefined, 'site changed', 'receive off'],
      ['alice', undefined, 'moderated', 'spam'],
      ['alice<b>', '198.51.100.7', 'log-in refused', ''],
      ['alice', '203.0.113.1', 'log-in', ''],
      ['alice', undefined, 'log-out', ''],
    ]);
    await browser.post('/admin/login', { name: 'alice', password: PASSWORD });
    const html = await (await browser.get('/admin/audit')).text();
    for (const part of ['Was not let in', '198.51.100.7', 'alice&lt;b&gt;', `/admin/mentions/${id}`, 'receive off'])
      expect(html).toContain(part);
  });

  test('no flood of refused log-ins pushes a decision out of it, and it is bounded', async () => {
    const entry = (action: 'log-in refused' | 'moderated', n: number) =>
      ({ at: n, by: 'x', address: undefined, action, subject: String(n), detail: '' }) as const;
    await house.store.audit.add([entry('moderated', 0)]);
    await house.store.audit.add(Array.from({ length: 1500 }, (_, n) => entry('log-in refused', n)));
    const some = await house.store.audit.list({ limit: 100_000 });
    expect([some.length, some.at(-1)?.action]).toEqual([1001, 'moderated']);
    await house.store.audit.add(Array.from({ length: 10_100 }, (_, n) => entry('moderated', n)));
    const all = await house.store.audit.list({ limit: 100_000 });
    expect([all.length, all[0]?.subject]).toEqual([11_000, '10099']);
    const pages = await house.store.audit.list({ limit: 3, before: all[4]?.place ?? 0 });
    expect(pages.map(({ place }) => place)).toEqual(all.slice(5, 8).map(({ place }) => place));
  });
});
