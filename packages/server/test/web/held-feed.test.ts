import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, createBrowser, setUpOwner } from './visitor.ts';

let house: House;
let owner: Browser;
let stranger: Browser;
beforeEach(async () => {
  house = await openHouse();
  owner = await setUpOwner(house);
  stranger = createBrowser(house);
});
afterEach(() => house.close());

async function open(): Promise<string> {
  const page = await (await owner.post('/admin/notices/feed', { csrf: await owner.csrf(), do: 'make' })).text();
  return /<code>http:\/\/127\.0\.0\.1:7777(\/notices\/held\.atom\?token=hb_[\w-]{43})<\/code>/.exec(page)?.[1] ?? '';
}

/** What a reader that holds to the letter of XML 1.0 finds: texts by the name of their element. */
function texts(xml: string): Readonly<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => void names.push(name));
  parser.on('closetag', () => void names.pop());
  parser.on('text', (text) => {
    const name = names.at(-1) ?? '';
    if (text.trim()) found[name] = [...(found[name] ?? []), text];
  });
  parser.write(xml).close();
  return found;
}

describe('the feed of what waits', () => {
  it('opens by its address alone, for whoever has it, and says so to nobody else', async () => {
    await house.seed({ entry: { title: 'One & <two>', excerpt: 'Three' } });
    await house.seed({ moderation: 'approved' });
    const path = await open();
    const answer = await stranger.get(path);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
    const { title, summary, id } = texts(await answer.text());
    expect(title).toEqual(['Hearback: mentions that wait for a decision', 'Bob mentions /post']);
    expect(summary).toEqual(['One & <two>\nThree']);
    expect(id).toHaveLength(2);
  });

  it('has one address: a new one ends the old one, and it can be closed', async () => {
    const first = await open();
    const second = await open();
    expect([(await stranger.get(first)).status, (await stranger.get(second)).status]).toEqual([401, 200]);
    await owner.post('/admin/notices/feed', { csrf: await owner.csrf(), do: 'end' });
    expect((await stranger.get(second)).status).toBe(401);
    expect(await house.store.tokens.list()).toEqual([]);
  });

  it('opens by no other token, and its token opens nothing else', async () => {
    const path = await open();
    const token = path.split('=')[1] ?? '';
    for (const scopes of [['read'], ['feed', 'read']]) {
      const fields = new URLSearchParams([
        ['csrf', await owner.csrf()],
        ['name', 'x'],
        ...scopes.map((scope) => ['scope', scope] as [string, string]),
      ]);
      const made = await (await owner.post('/admin/tokens', fields)).text();
      const other = /<code>(hb_[\w-]{43})<\/code>/.exec(made)?.[1];
      expect((await stranger.get(`/notices/held.atom?token=${other}`)).status).toBe(401);
    }
    for (const bad of ['', 'x', `${token}x`, token.slice(0, -1)])
      expect((await stranger.get(`/notices/held.atom?token=${bad}`)).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    for (const address of ['/api/inbox', '/api/deliveries', '/notices/held.atom'])
      expect(
        (await house.web.fetch(new Request(`${house.publicUrl}${address}`, { headers }))).status,
      ).toBeGreaterThanOrEqual(401);
    expect((await stranger.get(`/api/inbox?token=${token}`)).status).toBe(401);
  });
});
