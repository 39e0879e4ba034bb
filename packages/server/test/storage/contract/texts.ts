import { expect, it } from 'vitest';
import type { KnownText } from '../../../src/ports/index.ts';
import { NOON, type Opened } from './opened.ts';

const textOf = (subject: string, more: Partial<KnownText> = {}): KnownText => ({
  ...{ site: 's', subject, domain: `${subject}.example`, hashes: [1, 2 ** 31, 2 ** 32 - 1], size: 900, topics: '' },
  at: NOON,
  ...more,
});

/** `Texts`. */
export function describeTexts(opened: () => Opened): void {
  const texts = () => opened().writer.texts;
  const alike = async (keys: readonly number[], site = 's') =>
    (await opened().reader.texts.alike(site, keys)).map(({ subject }) => subject);

  it('keeps a text of a subject, the last one', async () => {
    await texts().keep(textOf('a'), [16, 32]);
    expect(await opened().reader.texts.bySubject('s', 'a')).toEqual(textOf('a'));
    await texts().keep(textOf('a', { hashes: [5], size: 1 }), [48]);
    expect(await opened().reader.texts.bySubject('s', 'a')).toEqual(textOf('a', { hashes: [5], size: 1 }));
    expect([await alike([16, 32]), await alike([48])]).toEqual([[], ['a']]);
  });

  it('finds the texts of a site that share a key, those that share most first', async () => {
    await texts().keep(textOf('a'), [16, 32, 48]);
    await texts().keep(textOf('b'), [2 ** 32 - 16, 48, 48]);
    await texts().keep(textOf('c'), []);
    await texts().keep(textOf('d', { site: 'other' }), [16, 32, 48]);
    expect(await alike([16, 48, 64])).toEqual(['a', 'b']);
    expect(await alike([2 ** 32 - 16])).toEqual(['b']);
    expect(await alike([])).toEqual([]);
  });

  it('takes four texts of a domain to tell of a key, so that none keeps the others out', async () => {
    const wave = Array.from({ length: 9 }, (_, n) => textOf(`wave-${n}`, { domain: 'wave.example' }));
    for (const text of wave) await texts().keep(text, [16, 32]);
    await texts().keep(textOf('z'), [32]);
    const found = await alike([16, 32]);
    expect([found.at(-1), ...found.slice(0, -1).sort()]).toEqual([
      'z',
      ...wave.slice(0, 4).map(({ subject }) => subject),
    ]);
  });

  it('takes a hundred texts to tell of a key', async () => {
    await opened().writer.transaction(async (tables) => {
      for (let n = 0; n < 101; n++) await tables.texts.keep(textOf(`wave-${n}`), n === 100 ? [16, 32] : [16]);
    });
    expect(await alike([16])).toHaveLength(50);
    expect(await alike([32])).toEqual(['wave-100']);
    // One that goes makes room.
    await texts().keep(textOf('wave-0'), []);
    await texts().keep(textOf('late'), [16, 48]);
    expect(await alike([16, 48])).toContain('late');
  });
}
