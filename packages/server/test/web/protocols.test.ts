import { identity } from '@hearback/protocol';
import { expect, it } from 'vitest';
import { pageKey } from '../../src/site.ts';
import { openHouse, POST } from './house.ts';

it('a mention that came by several protocols names the first, and then all of them', async () => {
  const house = await openHouse();
  try {
    const source = 'https://bob.example/both';
    const id = await house.seed({ source, moderation: 'approved' });
    await house.seed({ source: 'https://bob.example/one', moderation: 'approved' });
    await house.store.mentions.accept({
      id: 'unused',
      site: house.site.id,
      source,
      target: POST,
      sourceKey: identity(source),
      targetKey: pageKey(POST),
      protocol: 'refback',
      receivedAt: house.time.now,
      group: 'bob.example',
      verifyAfter: house.time.now,
    });
    expect((await house.store.mentions.byId(id))?.protocols).toEqual(['pingback', 'refback']);
    const reply = await house.web.fetch(new Request(`${house.publicUrl}/api/mentions.jf2?target=${POST}&sort-dir=up`));
    const { children } = (await reply.json()) as { children: Record<string, unknown>[] };
    expect(children.map((entry) => [entry['wm-protocol'], entry['wm-protocols']])).toEqual([
      ['pingback', ['pingback', 'refback']],
      ['pingback', undefined],
    ]);
  } finally {
    await house.close();
  }
});
