import type { Chance } from './chance.ts';
import { OWN_PAGES } from './own-pages.ts';
import { dateOf, ENGINES, type Item, link, type Post, person, slug } from './page.ts';
import { LEADS, SUBJECTS } from './prose.ts';

export type Made = Omit<Item, 'id' | 'family' | 'label'>;
export type Family = readonly [name: string, count: number, make: (chance: Chance, n: number) => Made];

const TITLES = [
  'On {}',
  'Notes about {}',
  'A week of {}',
  'What I got wrong about {}',
  '{}, again',
  'Thinking about {}',
  'The trouble with {}',
  'A short history of {}',
];
const WORDS: Readonly<Record<string, string>> = {
  garden: 'compost',
  code: 'parsers',
  cycling: 'headwinds',
  music: 'slow movements',
  books: 'diaries',
  photography: 'old film',
  web: 'small sites',
  town: 'the tram shed',
  science: 'measuring twice',
  kitchen: 'bread',
  family: 'letters',
};
export const own = (chance: Chance) => chance.pick(OWN_PAGES);

export function paragraphs(chance: Chance, sentences: readonly string[], least = 3, most = 7): string[] {
  const count = chance.between(least, most);
  return Array.from({ length: count }, () => chance.some(sentences, chance.between(2, 4)).join(' '));
}

export function wrap(parts: readonly string[]): string {
  return parts.map((part) => `<p>${part}</p>`).join('\n');
}

export function publish(
  chance: Chance,
  post: Partial<Post> & Pick<Post, 'title' | 'body'>,
  target: string,
  engine = chance.pick(Object.keys(ENGINES)),
): Made {
  const who = person(chance);
  const date = dateOf(chance);
  const full: Post = {
    lang: 'en',
    author: who.name,
    site: `${who.name.split(' ')[0]}’s notes`,
    origin: who.origin,
    date,
    ...post,
  };
  const path = chance.pick([
    `/${date.slice(0, 4)}/${date.slice(5, 7)}/${slug(post.title)}`,
    `/posts/${slug(post.title)}/`,
    `/?p=${chance.between(20, 4000)}`,
    `/${slug(post.title)}.html`,
  ]);
  return {
    protocol: chance.pick(['pingback', 'webmention', 'webmention', 'trackback']),
    source: who.origin + path,
    target,
    html: (ENGINES[engine] as (p: Post, c: Chance) => string)(full, chance),
  };
}

export function subjectOf(chance: Chance) {
  const name = chance.pick(Object.keys(SUBJECTS));
  return { sentences: SUBJECTS[name] ?? [], title: chance.pick(TITLES).replace('{}', WORDS[name] ?? name) };
}

export const quoted = (chance: Chance) => chance.pick(own(chance).paragraphs.flatMap((text) => text.split(/(?<=\.) /)));
export const led = (chance: Chance, target: string, text: string) =>
  chance.pick(LEADS).replace('{}', link(target, text));
