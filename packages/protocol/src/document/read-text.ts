import { headerValue } from '../http.ts';
import { createMatcher, within } from '../match-level.ts';
import { decodePage } from './charset.ts';
import { plainKind } from './content-type.ts';
import { readEntry } from './entry.ts';
import { readFacts } from './facts.ts';
import { readHead } from './head.ts';
import { needlesOf } from './needles.ts';
import { reachOf } from './reach.ts';
import type { FoundLink, PageInput, PageReading } from './types.ts';

const MAX_LINKS = 20;
/** As for the links of a page: text that is all but the target must not cost a URL parse at every word. */
const MAX_LOOKS = 10_000;

/** What no URL has inside (RFC 3986 appendix C), so that it ends one; and what sentences put around URLs. */
const DELIMITERS = /[\s<>"`{}|\\^]+/;
const BEFORE = /^[([']+/;
const AFTER = `.,;:!?)]'`;

/** By hand: a pattern for it would take the square of the length of a long run of brackets. */
function withoutTail(word: string): string {
  let end = word.length;
  while (AFTER.includes(word.charAt(end - 1)) && end > 0) end -= 1;
  return word.slice(0, end);
}

/** What a word has before a URL: brackets and quotes, and the text of a link in Markdown, `[text](URL)`. */
function beginning(word: string): string {
  const at = word.search(/https?:\/\//i);
  const isLink = at > 1 && word.startsWith('](', at - 2) && !word.slice(0, at).includes('://');
  return isLink ? word.slice(at) : word.replace(BEFORE, '');
}

/** The words of a text that may be URLs, as they are and without the punctuation around them. */
function* words(text: string): Generator<string> {
  for (const word of text.split(DELIMITERS)) {
    const begun = beginning(word);
    const bare = withoutTail(begun);
    yield begun;
    if (bare !== begun) yield bare;
  }
}

/** Every string that is a value, in document order; a stack of its own, because hostile JSON is as deep as it is long. */
function* strings(text: string): Generator<string> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return;
  }
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string') yield value;
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value).reverse()) waiting.push(inner);
    }
  }
}

/** JSON may write any character as an escape, and only what it decodes to counts. */
const JSON_ESCAPE = '\\u';

function find(text: string, kind: 'text' | 'json', { target, aliases = [], protocols }: PageInput): FoundLink[] {
  const needles = needlesOf([target, ...aliases]);
  // Parsing is the dear part: 400,000 arrays in each other take a third of a second.
  if (!needles.inPage(text, '') && !text.includes(JSON_ESCAPE)) return [];
  const match = within(reachOf(protocols).furthest, createMatcher(target, aliases));
  const links: FoundLink[] = [];
  let looks = 0;
  for (const candidate of kind === 'json' ? strings(text) : words(text)) {
    if (links.length === MAX_LINKS || looks === MAX_LOOKS) break;
    if (!/^https?:\/\//i.test(candidate) || !needles.inLink(candidate, '')) continue;
    looks += 1;
    const level = match(candidate);
    if (level !== undefined) links.push({ href: candidate, anchor: '', rel: [], level });
  }
  return links;
}

/**
 * Reads a source of plain text or JSON (Webmention §3.2.2): the target has to stand there as a word, or as the whole value
 * of a string; inside a longer URL or sentence value it does not count. There is nothing else to be read from it.
 */
export function readText(input: PageInput): PageReading {
  const type = headerValue(input.headers, 'content-type');
  const text = decodePage(input.body, type);
  const links = find(text, plainKind(type) ?? 'text', input);
  const { finalUrl } = input;
  const head = readHead('', finalUrl);
  const nothing = { html: '', finalUrl, base: finalUrl, canonical: '', head, excerpt: '' };
  return {
    links,
    level: links.map(({ level }) => level).sort()[0],
    entry: readEntry({ ...nothing, isTarget: () => false, links: new Set() }),
    facts: readFacts(input, head, finalUrl),
    surroundings: undefined,
  };
}
