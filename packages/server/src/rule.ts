import { isPublicSuffix, registrable } from './domain.ts';
import type { Mention } from './mention.ts';
import { pageKey } from './site.ts';

export const RULE_ACTIONS = ['allow', 'mute', 'block'] as const;
/** `allow` publishes, `mute` keeps from readers without a word, `block` calls it spam and, where it can be told, never looks. */
export type RuleAction = (typeof RULE_ACTIONS)[number];

export const RULE_SCOPES = ['author', 'path', 'host', 'word', 'text'] as const;
/**
 * `author`: the author's own page. `path`: the source's host and the folder it lies in. `host`: a host name and all below
 * it. `word`: literal words in the title, passage, link or author's name, between other words. `text`: the same anywhere.
 */
export type RuleScope = (typeof RULE_SCOPES)[number];

/** A decision that goes on. Addresses are identities without scheme: `alice.example/blog`, `alice.example`. */
export interface Rule {
  readonly id: string;
  readonly site: string;
  readonly action: RuleAction;
  readonly scope: RuleScope;
  readonly value: string;
  readonly createdAt: number;
  /** Links to whom it allows are shown without `nofollow` and `ugc`; see `mayFollow`. */
  readonly follow?: boolean | undefined;
}

/** Whether an owner may vouch for the links that a rule allows: whoever it covers must be somebody, and words are nobody. */
export function mayFollow({ action, scope }: Pick<Rule, 'action' | 'scope'>): boolean {
  return action === 'allow' && scope !== 'word' && scope !== 'text';
}

/** What a rule is asked about. */
export type Ruled = Pick<Mention, 'source' | 'entry'>;

/** What the rule of a scope would say of this mention; `undefined` where that has no meaning. */
export function ruleValue(mention: Ruled, scope: 'author' | 'path' | 'host'): string | undefined {
  if (!URL.canParse(mention.source)) return undefined;
  if (scope === 'author') return claimedAuthor(mention);
  return scope === 'path' ? folderOf(mention.source) : registrable(hostOf(mention.source));
}

/**
 * The author page that a source names, when the source lies in the folder of that page: anyone can write another's
 * address into a page, and on a host that many share their claim would be as good as the truth.
 */
export function claimedAuthor({ source, entry }: Ruled): string | undefined {
  const url = entry?.author.url;
  return url && URL.canParse(url) && pageKey(source).startsWith(folderOf(url)) ? pageKey(url) : undefined;
}

/** What a rule says, for sentences: `the host spam.example`. */
export function ruleWords({ scope, value }: Pick<Rule, 'scope' | 'value'>): string {
  const words: Record<RuleScope, string> = {
    author: `the author ${value}`,
    path: `pages under ${value}`,
    host: `${value} and all names below it`,
    word: `the words “${value}”`,
    text: `the letters “${value}”`,
  };
  return words[scope];
}

/** A rule as a person types it, read; `problem` says what is wrong with it in one line. */
export type RuleReading =
  | {
      readonly ok: true;
      readonly scope: RuleScope;
      readonly value: string;
      /** Everybody may have a site under this name, so that the rule reaches strangers who have nothing to do with each other. */
      readonly isShared: boolean;
    }
  | { readonly ok: false; readonly why: RuleProblem; readonly problem: string };

/** `empty`: nothing was typed. `words`: too many of them, or none. `neither`: no domain and no address. `path`: a host has none. */
export type RuleProblem = 'empty' | 'words' | 'neither' | 'path';

const MAX_WORDS = 200;

/**
 * Reads `spam.example`, `https://host.example/~eve/` or, with a scope, an author's page or words. A name alone is a host,
 * an address with a path is a path; words need their scope to be said.
 */
export function readRule(text: string, given?: RuleScope): RuleReading {
  const trimmed = text.trim();
  if (trimmed === '') return { ok: false, why: 'empty', problem: 'A rule needs a domain, an address or words.' };
  if (given === 'word' || given === 'text') {
    const value = foldRuleText(trimmed);
    if (value.length > MAX_WORDS || value === '')
      return { ok: false, why: 'words', problem: `The words of a rule are 1 to ${MAX_WORDS} characters.` };
    return { ok: true, scope: given, value, isShared: false };
  }
  const url = URL.parse(/^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (url?.username !== '' || /\s/.test(trimmed))
    return {
      ok: false,
      why: 'neither',
      problem: `"${trimmed.slice(0, 100)}" is neither a domain nor an address, like spam.example or https://host.example/~eve/.`,
    };
  const key = pageKey(url);
  const hasPath = url.pathname !== '/' || url.search !== '';
  const scope = given ?? (hasPath ? 'path' : 'host');
  if (scope === 'author') return { ok: true, scope, value: key, isShared: false };
  if (scope === 'path') return { ok: true, scope, value: hasPath ? key : folderOf(url.href), isShared: false };
  const value = url.hostname.replace(/\.$/, '');
  if (hasPath)
    return {
      ok: false,
      why: 'path',
      problem: `${trimmed.slice(0, 100)} has a path; a rule for a host is a name alone, like ${value}.`,
    };
  return { ok: true, scope, value, isShared: isPublicSuffix(value) };
}

/** Text of word rules as it is compared: no case, no marks on letters, one space for a run. What is typed is literal. */
export function foldRuleText(text: string): string {
  return text
    .replace(/[\u0080-\uffff]+/g, plain)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Of what is not ASCII; a mark on a letter that is goes like any other, and nothing else changes with its neighbours. */
function plain(run: string): string {
  return run
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
}

/** The source's own folder, as a key without query. */
function folderOf(source: string): string {
  return pageKey(source)
    .replace(/\?.*$/s, '')
    .replace(/[^/]*$/, '');
}

export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, '');
}
