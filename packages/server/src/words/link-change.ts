import type { Outage } from '../backlink.ts';
import type { Change } from '../link-change.ts';
import type { Dictionary } from './dictionary.ts';

type History = Dictionary['history'];

/** They tell what the page answered. */
const ANSWERS: readonly Change['kind'][] = [
  ...(['link-removed', 'page-gone', 'link-returned', 'link-lost', 'recovered'] as const),
  ...(['unreachable', 'reachable', 'status-changed'] as const),
];

/** What is a word of ours is said in the reader's language; the rest is the page's own. */
export function spokenOf(words: History, kind: Change['kind'], text: string): string {
  if (ANSWERS.includes(kind)) return /^\d{3}$/.test(text) ? `HTTP ${text}` : outageWords(words, text);
  if (kind === 'became-noindex' || kind === 'became-indexable')
    return Object.hasOwn(words.noindex, text) ? words.noindex[text as keyof typeof words.noindex] || text : text;
  if (kind === 'place-changed' && Object.hasOwn(words.place, text))
    return words.place[text as keyof typeof words.place];
  return text;
}

/** The sentence about a page that answers as before, with `{answer}` in it. */
export function unchangedWords({ unchanged }: History, { kind, was, became }: Change): string | undefined {
  // What the page answers is not what happened then: the link came or went.
  const isUnchanged = was === became && ANSWERS.includes(kind) && Object.hasOwn(unchanged, kind);
  return isUnchanged ? unchanged[kind as keyof typeof unchanged] : undefined;
}

export function outageWords({ outages }: History, text: string): string {
  const [word = '', ...rest] = text.split(' ');
  if (!Object.hasOwn(outages, word)) return text;
  const whose = rest.join(' ');
  return whose === '' ? outages[word as Outage] : `${outages[word as Outage]} (${whose})`;
}
