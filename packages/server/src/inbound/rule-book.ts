import { suffixesOf } from '../domain.ts';
import type { Mention } from '../mention.ts';
import {
  claimedAuthor,
  foldRuleText,
  hostOf,
  RULE_ACTIONS,
  type Rule,
  type RuleAction,
  type RuleScope,
} from '../rule.ts';
import { pageKey } from '../site.ts';
import { createWordFinder, type WordFinder } from './judge/word-finder.ts';

/** What a rule can be about. The link's words and the page at the end of redirects only after a look. */
export type Judged = Pick<Mention, 'source' | 'entry'> & Partial<Pick<Mention, 'links' | 'facts'>>;

/** The rules of a site, ready to be asked. */
export interface RuleBook {
  readonly size: number;
  /** The first rule of this action that covers the mention; time depends on the mention, not on how many rules there are. */
  find(action: RuleAction, mention: Judged): Rule | undefined;
  /** The same by the address alone, before anything is fetched. */
  findByAddress(action: RuleAction, source: string): Rule | undefined;
}

/** An address cut at every place where a folder may end, the whole first. At most forty. */
function* foldersOf(key: string): Generator<string> {
  yield key;
  const path = key.replace(/\?.*$/s, '');
  if (path !== key) yield path;
  let end = path.length;
  for (let steps = 0; steps < 40; steps++) {
    end = path.lastIndexOf('/', end - 1);
    if (end < 0) return;
    yield path.slice(0, end + 1);
    yield path.slice(0, end);
  }
}

type Shelf = Readonly<Record<'author' | 'path' | 'host', ReadonlyMap<string, Rule>>> & {
  readonly words: WordFinder<Rule> | undefined;
};

function shelfOf(rules: readonly Rule[]): Shelf {
  const by = (scope: RuleScope) =>
    new Map(rules.filter((rule) => rule.scope === scope).map((rule) => [rule.value, rule]));
  const words = rules.filter(({ scope }) => scope === 'word' || scope === 'text');
  const sought = words.map((rule) => ({
    text: foldRuleText(rule.value),
    bounds: rule.scope === 'word' ? ('word' as const) : ('any' as const),
    value: rule,
  }));
  return {
    author: by('author'),
    path: by('path'),
    host: by('host'),
    words: words.length > 0 ? createWordFinder(sought) : undefined,
  };
}

function atAddress(shelf: Shelf, address: string): Rule | undefined {
  if (!URL.canParse(address)) return undefined;
  if (shelf.host.size > 0) {
    for (const name of suffixesOf(hostOf(address))) {
      const rule = shelf.host.get(name);
      if (rule) return rule;
    }
  }
  if (shelf.path.size === 0) return undefined;
  for (const folder of foldersOf(pageKey(address))) {
    const rule = shelf.path.get(folder);
    if (rule) return rule;
  }
  return undefined;
}

function inWords({ words }: Shelf, { entry, links = [] }: Judged): Rule | undefined {
  if (words === undefined || entry === undefined) return undefined;
  let found: Rule | undefined;
  const read = [entry.title, entry.excerpt, entry.author.name, ...links.map(({ anchor }) => anchor)]
    .map(foldRuleText)
    .join('\n');
  words.find(read, (rule) => {
    found = rule;
    return false;
  });
  return found;
}

function covering(shelf: Shelf, mention: Judged): Rule | undefined {
  const author = shelf.author.size > 0 ? claimedAuthor(mention) : undefined;
  return (
    (author === undefined ? undefined : shelf.author.get(author)) ??
    atAddress(shelf, mention.source) ??
    inWords(shelf, mention)
  );
}

/** Where the page lies to which the source led, when that is another host. */
function elsewhere({ source, facts }: Judged): string | undefined {
  const end = facts?.finalUrl ?? '';
  return URL.canParse(end) && URL.canParse(source) && hostOf(end) !== hostOf(source) ? end : undefined;
}

/**
 * Puts rules in order. Hosts are compared label by label, paths segment by segment, words letter by letter, nothing as a
 * pattern. Who is refused is refused at either end of a redirect; who is allowed has to be allowed at both, or whoever
 * finds an open redirect at an allowed host would publish what he likes.
 */
export function createRuleBook(rules: readonly Rule[]): RuleBook {
  const shelves = new Map(
    RULE_ACTIONS.map((action) => [action, shelfOf(rules.filter((rule) => rule.action === action))]),
  );
  const shelfFor = (action: RuleAction) => shelves.get(action) as Shelf;
  return {
    size: rules.length,
    find(action, mention) {
      const shelf = shelfFor(action);
      const rule = covering(shelf, mention);
      const end = elsewhere(mention);
      if (end === undefined) return rule;
      const atEnd = covering(shelf, { ...mention, source: end });
      return action === 'allow' ? rule && atEnd && rule : (rule ?? atEnd);
    },
    findByAddress: (action, source) => atAddress(shelfFor(action), source),
  };
}
