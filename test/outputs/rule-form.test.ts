import { expect, test } from 'vitest';
import { openHouse } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { TEXTS } from './corpus.ts';

test.each(TEXTS)('a rule that is asked about comes back as text: %s', async (_, text) => {
  const house = await openHouse();
  const browser = await setUpOwner(house);
  const tags = async (value: string) => {
    const fields = { csrf: await browser.csrf(), site: 'alice.example', action: 'block', scope: 'word', value };
    const html = await (await browser.post('/admin/rules', fields)).text();
    return [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag]) => tag);
  };
  const words = text.trim() === '' ? '' : text;
  expect(await tags(words)).toEqual(await tags(words === '' ? '' : 'innocent'));
  await house.close();
});

test('an address that is no list comes back as text', async () => {
  const house = await openHouse();
  const browser = await setUpOwner(house);
  const shown = async (address: string) => {
    const reply = await browser.post('/admin/rules/lists', { csrf: await browser.csrf(), address });
    const html = await reply.text();
    return { status: reply.status, tags: [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag]) => tag) };
  };
  const calm = await shown('innocent');
  expect(calm.status).toBe(422);
  for (const [, text] of TEXTS) expect(await shown(text), text).toEqual(calm);
  await house.close();
});
