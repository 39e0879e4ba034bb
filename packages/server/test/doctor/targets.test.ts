import { describe, expect, it } from 'vitest';
import { PLANTED, SOUND } from './planted.ts';
import { PLANTED_MORE, SOUND_MORE } from './planted-more.ts';
import { PLANTED_REPLIES, SOUND_REPLIES } from './planted-replies.ts';
import { examinePlanted } from './planted-web.ts';

describe('doctor of a target', () => {
  it('has twenty faults and more to find, each with an id of its own', () => {
    const rows = [...PLANTED, ...PLANTED_MORE, ...PLANTED_REPLIES, ...SOUND, ...SOUND_MORE, ...SOUND_REPLIES];
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length);
    expect(PLANTED.length).toBeGreaterThan(20);
  });

  it.each([...PLANTED, ...PLANTED_MORE, ...PLANTED_REPLIES])('%s %s', async (_id, _fault, plant, finds) => {
    const { findings } = await examinePlanted(plant, 'target');
    expect(findings.map(({ code }) => code).sort()).toEqual(finds);
    for (const { found, why, todo, message } of findings) {
      for (const sentence of [found, why, todo]) expect(sentence).toMatch(/^\S.*[.…]$/su);
      expect(message).toBe(`${found} ${why} ${todo}`);
      expect(message).not.toMatch(/\.\.|\n|[{}]/);
    }
  });

  it.each([...SOUND, ...SOUND_MORE, ...SOUND_REPLIES])('%s has nothing to say of %s', async (_id, _what, plant) => {
    expect((await examinePlanted(plant, 'target')).findings).toEqual([]);
  });

  it.each(SOUND)('%s has nothing to say of %s when it is looked at as both', async (_id, _what, plant) => {
    const { findings } = await examinePlanted(plant);
    // A picture is no source of links.
    expect(findings.filter(({ code }) => code !== 'type')).toEqual([]);
  });

  it('says once what is so for both roles, and looks no further where there is no page', async () => {
    expect((await examinePlanted(plant('P01'))).findings).toHaveLength(1);
    const { findings, roles } = await examinePlanted(plant('P04'));
    expect(findings.map(({ role, code }) => `${role} ${code}`)).toEqual(['target redirect']);
    expect(roles).toEqual(['target', 'source']);
  });

  it('asks a page that nobody said is to be told for an endpoint, and does not insist', async () => {
    const { findings } = await examinePlanted(plant('P12'));
    expect(findings.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'warning not-advertised',
      'warning no-links',
    ]);
  });
});

function plant(wanted: string) {
  return PLANTED.find(([id]) => id === wanted)?.[2] ?? {};
}
