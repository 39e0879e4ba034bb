import { describe, expect, it } from 'vitest';
import type { RuleDraft } from '../../src/inbound/ruling.ts';
import { linking, openHouse, SOURCE } from './house.ts';

const EVE = 'https://eve.example/a';
const block = (value: string, action: RuleDraft['action'] = 'block'): RuleDraft => ({
  site: 'alice.example',
  action,
  scope: 'host',
  value,
});

async function withThree() {
  const house = await openHouse();
  for (const url of [SOURCE, EVE, 'https://x.eve.example/b']) {
    house.web.set(url, linking());
    await house.tell(url);
  }
  await house.pass(10_000);
  return house;
}
type House = Awaited<ReturnType<typeof withThree>>;
const states = async (house: House) =>
  Object.fromEntries(
    (await house.store.mentions.list({ limit: 9 })).map(({ source, moderation }) => [source.slice(8), moderation]),
  );

describe('a rule', () => {
  it('says beforehand what it would cover', async () => {
    await using house = await withThree();
    const shown = (await house.store.mentions.list({ limit: 9 })).find(({ source }) => source === EVE);
    await house.desk.moderate([shown?.id ?? ''], 'approved');
    expect(await house.desk.preview(block('eve.example'))).toMatchObject({ held: 1, shown: 1, isPartial: false });
    expect(await house.desk.preview(block('ve.example'))).toMatchObject({ held: 0, shown: 0 });
  });

  it('decides about what waits, and gives it back when it is removed', async () => {
    await using house = await withThree();
    const { rule, decided } = await house.desk.addRule(block('eve.example'));
    expect(decided).toBe(2);
    expect(await states(house)).toEqual({
      'bob.example/answer': 'pending',
      'eve.example/a': 'spam',
      'x.eve.example/b': 'spam',
    });
    expect(await house.desk.removeRule(rule.id)).toMatchObject({ restored: 2 });
    expect(await states(house)).toEqual({
      'bob.example/answer': 'pending',
      'eve.example/a': 'pending',
      'x.eve.example/b': 'pending',
    });
    expect(await house.desk.removeRule(rule.id)).toBeUndefined();
  });

  it('gives nothing back that the owner decided after it', async () => {
    await using house = await withThree();
    const { rule } = await house.desk.addRule(block('eve.example', 'mute'));
    const [mine] = (await house.store.mentions.list({ limit: 9 })).filter(({ source }) => source === EVE);
    await house.desk.moderate([mine?.id ?? ''], 'spam');
    await house.desk.removeRule(rule.id);
    expect(await states(house)).toMatchObject({ 'eve.example/a': 'spam', 'x.eve.example/b': 'pending' });
  });

  it('that blocks turns the next one away unfetched, and the sender hears nothing of it', async () => {
    await using house = await withThree();
    await house.desk.addRule(block('eve.example'));
    await house.pass(2_000);
    const asked = house.asked.length;
    expect((await house.tell('https://eve.example/new')).outcome).toBe('accepted');
    await house.pass(60_000);
    expect(house.asked).toHaveLength(asked);
    expect(await house.store.refusals.list({ limit: 1 })).toMatchObject([{ reason: 'You block eve.example.' }]);
  });

  it('that mutes lets the next one in, and keeps it from readers', async () => {
    await using house = await withThree();
    await house.desk.addRule(block('eve.example', 'mute'));
    house.web.set('https://eve.example/new', linking());
    await house.tell('https://eve.example/new');
    await house.pass(10_000);
    expect(await states(house)).toMatchObject({ 'eve.example/new': 'rejected' });
  });

  it('made twice is one rule', async () => {
    await using house = await withThree();
    const first = await house.desk.addRule(block('eve.example'));
    expect((await house.desk.addRule(block('eve.example'))).rule.id).toBe(first.rule.id);
    expect(await house.store.rules.list('alice.example')).toHaveLength(1);
  });
});

describe('undo', () => {
  it.each(['approved', 'rejected', 'spam'] as const)('%s is taken back, and back again', async (state) => {
    await using house = await withThree();
    const { id } = (await house.store.mentions.list({ limit: 1 }))[0] ?? { id: '' };
    expect(await house.desk.undo([id])).toEqual([]);
    await house.desk.moderate([id], state);
    expect(await house.desk.undo([id])).toEqual([{ id, moderation: 'pending' }]);
    expect(await house.desk.undo([id])).toEqual([{ id, moderation: state }]);
    expect(await house.desk.undo(['unknown'])).toEqual([]);
  });

  it('goes back to approved where it was approved, and is public under its old number', async () => {
    await using house = await withThree();
    const { id } = (await house.store.mentions.list({ limit: 1 }))[0] ?? { id: '' };
    await house.desk.moderate([id], 'approved');
    const number = (await house.store.mentions.byId(id))?.publicId;
    await house.desk.moderate([id], 'spam');
    await house.desk.undo([id]);
    expect(await house.store.mentions.byId(id)).toMatchObject({ moderation: 'approved', publicId: number });
  });

  it('of spam that was only judged is not judged again when it is announced again', async () => {
    await using house = await openHouse();
    const spam = 'https://pills.example/x';
    house.web.set(
      spam,
      `<title>Buy viagra online</title><p>${'Buy viagra and cialis without prescription. Order now, best price, free shipping. '.repeat(9)}<a href="https://alice.example/post">x</a> <a href="https://y.example/">cheap cialis</a>`,
    );
    await house.tell(spam);
    await house.pass(10_000);
    const mention = await house.only();
    expect(mention.moderation).toBe('spam');
    expect(mention.reasons.join('\n')).toMatch(/\(\+\d+\)/);
    await house.desk.undo([mention.id]);
    await house.tell(spam);
    await house.pass(3_600_000);
    expect((await house.only()).moderation).toBe('pending');
    await house.desk.moderate([mention.id], 'approved');
    await house.tell(spam);
    await house.pass(3_600_000);
    expect((await house.only()).moderation).toBe('approved');
  });
});
