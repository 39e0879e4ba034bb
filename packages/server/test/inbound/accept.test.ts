import { describe, expect, it } from 'vitest';
import { linking, openHouse, SOURCE, TARGET } from './house.ts';

describe('accept', () => {
  it('answers every kind of source alike, with an id that is known', async () => {
    await using house = await openHouse();
    const sources = [SOURCE, 'https://nowhere.example/', 'http://10.0.0.1/', SOURCE];
    const replies = [];
    for (const source of sources) replies.push(await house.tell(source));
    for (const reply of replies) {
      if (reply.outcome !== 'accepted') throw new Error(`It was ${reply.outcome}.`);
      const id = reply.statusUrl.split('/').at(-1) ?? '';
      expect(reply.statusUrl).toHaveLength('https://hear.example/status/'.length + 22);
      expect((await house.store.mentions.byId(id)) ?? (await house.store.refusals.byId(id))).toBeDefined();
    }
    expect(replies[3]).toEqual(replies[0]);
  });

  it('fetches nothing before it answers', async () => {
    await using house = await openHouse();
    await house.tell();
    expect(house.asked).toEqual([]);
  });

  it.each([
    ['a foreign target', SOURCE, 'https://elsewhere.example/', 'target-unusable'],
    ['a source that is no address', 'ftp://bob.example/', TARGET, 'source-invalid'],
    ['the page itself', TARGET, TARGET, 'self'],
  ])('refuses %s, and keeps the reason', async (_, source, target, because) => {
    await using house = await openHouse();
    expect(await house.tell(source, target)).toEqual({ outcome: 'refused', because });
    expect(await house.store.refusals.list({ limit: 9 })).toMatchObject([{ source, target, repeats: 0 }]);
    expect(await house.store.mentions.list({ limit: 9 })).toEqual([]);
  });

  it('takes two spellings of a pair as one', async () => {
    await using house = await openHouse();
    for (const source of [SOURCE, `${SOURCE}#a`, 'https://BOB.example:443/answer', 'https://bob.example./%61nswer'])
      await house.tell(source);
    expect(await house.store.mentions.list({ limit: 9 })).toMatchObject([{ source: SOURCE, repeats: 3 }]);
  });

  it('lists the public sources of a page, and those only', async () => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell();
    await house.pass(10_000);
    expect(await house.inbox.pingbacks(TARGET)).toEqual([]);
    await house.desk.moderate([(await house.only()).id], 'approved');
    expect(await house.inbox.pingbacks(TARGET)).toEqual([SOURCE]);
    expect(await house.inbox.pingbacks('https://elsewhere.example/')).toBeUndefined();
  });

  it('asks the sender to come again when the store cannot be written', async () => {
    const house = await openHouse();
    await house.store.close();
    expect(await house.tell()).toEqual({ outcome: 'busy', retryAfter: 60 });
  });
});
