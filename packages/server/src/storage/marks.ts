import { authorKey } from '../author-key.ts';
import { suffixesOf } from '../domain.ts';
import type { Mention } from '../mention.ts';
import type { MentionFilter } from '../ports/index.ts';
import { ledgerMarks } from './ledger-marks.ts';
import { wordsOf, wordsOfUrl } from './words.ts';

/** A long page must not fill the index; the first ones are those of the title and of the passage. */
const MOST_WORDS = 300;

/** Everything that a mention can be found by, each with a letter before it that says what it is. */
export function marksOf(mention: Mention): ReadonlySet<string> {
  const { site, targetKey, moderation, link, entry, protocols, source } = mention;
  const marks = [`s:${site}`, `t:${targetKey}`, `k:${entry?.kind ?? 'mention'}`, ...protocols.map((one) => `p:${one}`)];
  marks.push(`l:${link}`, `b:${moderation} ${link}`);
  // What never had the link asks for no decision, so it stands in no list of any state.
  if (link !== 'absent') marks.push(`m:${moderation}`, 'n:');
  const host = URL.parse(source)?.hostname;
  if (host) marks.push(...suffixesOf(host).map((name) => `d:${name}`));
  for (const text of [entry?.author.url, entry?.author.name]) if (text) marks.push(`a:${authorKey(text)}`);
  marks.push(...ledgerMarks(mention));
  const words = new Set<string>();
  for (const word of wordsIn(mention)) {
    if (words.size === MOST_WORDS) break;
    words.add(`w:${word}`);
  }
  return new Set([...marks, ...words]);
}

function* wordsIn({ entry, facts, links, source, target }: Mention): Generator<string> {
  yield* wordsOf(entry?.title || (facts?.title ?? ''));
  yield* wordsOf(entry?.author.name ?? '');
  yield* wordsOfUrl(source);
  yield* wordsOfUrl(target);
  for (const { anchor } of links.slice(0, 3)) yield* wordsOf(anchor);
  yield* wordsOf(entry?.excerpt ?? '');
  yield* wordsOfUrl(entry?.author.url ?? '');
}

type Sought = { readonly [Name in keyof Omit<MentionFilter, 'limit'>]?: MentionFilter[Name] | undefined };

/** What a mention must have to be in the list that is asked for; times and places in the list are not among it. */
export function marksAsked(filter: Sought): readonly string[] {
  const { site, targetKey, moderation, link, kind, protocol, domain, author, words, isListed } = filter;
  const marks: string[] = [];
  if (site !== undefined) marks.push(`s:${site}`);
  if (targetKey !== undefined) marks.push(`t:${targetKey}`);
  if (kind !== undefined) marks.push(`k:${kind}`);
  if (protocol !== undefined) marks.push(`p:${protocol}`);
  if (domain !== undefined) marks.push(`d:${domain}`);
  if (author !== undefined) marks.push(`a:${authorKey(author)}`);
  if (moderation !== undefined) marks.push(link === undefined ? `m:${moderation}` : `b:${moderation} ${link}`);
  else if (link !== undefined) marks.push(`l:${link}`);
  else if (isListed) marks.push('n:');
  for (const word of new Set(wordsOf(words ?? ''))) marks.push(`w:${word}`);
  return marks;
}

/** Whether the index of marks answers; the tables have indexes of their own for whole states and for moments. */
export function needsMarks({
  site,
  targetKey,
  kind,
  protocol,
  domain,
  author,
  words,
  isListed,
}: MentionFilter): boolean {
  return isListed === true || [site, targetKey, kind, protocol, domain, author, words].some((one) => one !== undefined);
}
