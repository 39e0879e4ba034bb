import { expect, it } from 'vitest';
import type { Joining } from '../../../src/ports/index.ts';
import { DAY, HOUR, NOON, type Opened } from './opened.ts';
import { newMention, step, TARGET } from './samples.ts';

const PAGE = 'https://one.example/entry';
const FACTS = { status: 200, finalUrl: PAGE, title: '', canonical: '', noindex: false, language: '' };

/** `Twins`, and what it means for `Mentions`. */
export function describeTwins(opened: () => Opened): void {
  const store = () => opened().writer;

  async function accept(name: string, at = NOON, more: Parameters<typeof newMention>[1] = {}) {
    const { id } = await store().mentions.accept(newMention(name, { receivedAt: at, ...more }));
    await store().mentions.recordCheck(id, { link: 'live', checkedAt: at, facts: FACTS }, [step(at, `saw ${name}`)]);
    return { id, site: 'home.example', targetKey: more.targetKey ?? TARGET };
  }

  function joining(more: Partial<Joining> = {}): Joining {
    return {
      stays: 'id-one',
      goes: 'id-two',
      source: 'https://two.example/entry',
      sourceKey: 'https://two.example/entry',
      otherKey: 'https://one.example/entry',
      joinedAt: NOON,
      protocols: ['pingback', 'webmention'],
      receivedAt: NOON,
      lastReceivedAt: NOON + 1,
      repeats: 1,
      ...more,
    };
  }

  it('finds the oldest other mention whose last reading was of the page', async () => {
    await accept('one');
    await accept('two', NOON + 1);
    const three = await accept('three', NOON + 2);
    await accept('four', NOON - 1, { targetKey: `${TARGET}/2` });
    expect(await store().twins.of(three, PAGE)).toMatchObject({ id: 'id-one' });
    expect(await store().twins.of({ ...three, site: 'other.example' }, PAGE)).toBeUndefined();
    expect(await store().twins.of(three, `${PAGE}/2`)).toBeUndefined();
  });

  it('joins two rows: both ids answer with the one that stays, and its source may be that of the other', async () => {
    await accept('one');
    await accept('two', NOON + 1);
    const visits = (name: string, count: number) => ({
      ...{ site: 'home.example', targetKey: TARGET, day: 1, count },
      ...{ sourceKey: `https://${name}.example/entry`, host: `${name}.example` },
    });
    await store().traffic.add([visits('one', 2), visits('two', 3)]);
    await store().twins.join(joining());
    expect(await store().traffic.of(['id-one', 'id-two'])).toEqual(new Map([['id-one', 5]]));
    const { stays: id, goes: _goes, otherKey: _key, joinedAt: _at, ...kept } = joining();
    for (const asked of ['id-one', 'id-two']) expect(await store().mentions.byId(asked)).toMatchObject({ id, ...kept });
    expect(await store().mentions.list({ limit: 9 })).toHaveLength(1);
    const trace = await store().mentions.trace('id-two');
    expect(trace.map(({ reason }) => reason)).toEqual([expect.stringContaining('webmention'), 'saw one']);
    const moderated = await store().mentions.moderate('id-two', 'approved', undefined, step(NOON + 2));
    expect(moderated).toMatchObject({ id, moderation: 'approved' });
  });

  it('takes both sources for the row that stays, for a day', async () => {
    await accept('one');
    await accept('two', NOON + 1);
    await store().twins.join(joining());
    const again = (name: string, at: number) =>
      store().mentions.accept({ ...newMention(name, { receivedAt: at }), id: `id-${name}-${at}` });
    for (const name of ['one', 'two'])
      expect(await again(name, NOON + HOUR)).toMatchObject({ id: 'id-one', fresh: false });
    expect(await again('one', NOON + DAY)).toMatchObject({ fresh: true });
  });

  it('follows a row that is joined again', async () => {
    await accept('one');
    await accept('two', NOON + 1);
    await accept('three', NOON + 2);
    await store().twins.join(joining({ stays: 'id-two', goes: 'id-three', sourceKey: 'https://two.example/entry' }));
    await store().twins.join(joining());
    expect(await store().mentions.byId('id-three')).toMatchObject({ id: 'id-one' });
  });
}
