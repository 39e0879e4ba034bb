import { createChance } from './chance.ts';
import { FRESH } from './fresh.ts';
import { HONEST } from './honest.ts';
import type { Family } from './making.ts';
import type { Item } from './page.ts';
import { SPAM } from './spam.ts';

/** Families that the weights were not set on; their result, which was looked at now and then, is printed apart. */
export const HELD_OUT: ReadonlySet<string> = new Set([
  'loans',
  'brand-copies',
  'statistics-pages',
  'autoblogs',
  'planets',
  'web-rings',
  'home-pages',
  'small-businesses',
  'profiles',
]);

/** Pages that were written when the rules were done, in three rounds. */
export const isFresh = ({ family }: Pick<Item, 'family'>): boolean => /^(?:fresh|second|third)-/.test(family);

/** FNV-1a: which half an item belongs to does not change when others are added. */
export function isTuning({ id, family }: Pick<Item, 'id' | 'family'>): boolean {
  if (HELD_OUT.has(family) || isFresh({ family })) return false;
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  return (hash & 1) === 0;
}

function seedOf(name: string): number {
  return [...name].reduce((sum, character) => Math.imul(sum, 31) + (character.codePointAt(0) ?? 0), 7);
}

function* family([name, count, make]: Family, label: Item['label']): Generator<Item> {
  for (let n = 0; n < count; n++)
    yield { id: `${name}-${n + 1}`, family: name, label, ...make(createChance(seedOf(`${name} ${n}`)), n) };
}

/** Every item, the same in every run. */
export function generateCorpus(): readonly Item[] {
  const honest = HONEST.flatMap((one) => [...family(one, 'honest')]);
  return [...honest, ...SPAM.flatMap((one) => [...family(one, 'spam')]), ...FRESH];
}
