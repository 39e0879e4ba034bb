import { withoutBlanks, wordsIn } from '../document/ascii.ts';
import type { HeaderLine } from '../http.ts';
import { headerValues } from '../http.ts';

/** One link of a `Link` header. */
export interface HeaderLink {
  /** As it stands between the angle brackets; `''` names the page itself. */
  readonly href: string;
  /** Words of the first `rel`, in lower case: later ones have to be ignored (RFC 8288 §3.3). */
  readonly rel: readonly string[];
  /** What the link is about when that is not the page (RFC 8288 §3.2). */
  readonly anchor: string | undefined;
}

const SPACE = /[ \t]*/y;
/** No URL has a `<` in it. Read up to any `>`, a header of them was searched to its end from each one: 0.4 s for 15 kB. */
const TARGET = /<([^<>]*)>/y;
const NAME = /[^\s=;,"<>]+/y;
const QUOTED = /"((?:[^"\\]|\\.)*)"?/y;
const TOKEN = /[^;,]*/y;

/** Reads along a header value; each of its readers is sticky, so that the whole is linear. */
function reader(text: string) {
  let at = 0;
  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return undefined;
    at = pattern.lastIndex;
    return match;
  }
  return {
    isDone: () => at >= text.length,
    skipSpace: () => void take(SPACE),
    take,
    /** Takes this character when it is the next one. */
    takes(character: string): boolean {
      if (text[at] !== character) return false;
      at += 1;
      return true;
    },
    /** Passes over one character that fits nowhere. */
    step(): void {
      at += 1;
    },
  };
}

type Reader = ReturnType<typeof reader>;

function parameterValue(line: Reader): string {
  const quoted = line.take(QUOTED);
  if (quoted !== undefined) return (quoted[1] ?? '').replaceAll(/\\(.)/g, '$1');
  return withoutBlanks(line.take(TOKEN)?.[0] ?? '');
}

/** The parameters of one link, the first of each name. */
function parameters(line: Reader): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (line.skipSpace(); line.takes(';'); line.skipSpace()) {
    line.skipSpace();
    const name = line.take(NAME)?.[0].toLowerCase();
    line.skipSpace();
    let value = '';
    if (line.takes('=')) {
      line.skipSpace();
      value = parameterValue(line);
    }
    if (name !== undefined && !found.has(name)) found.set(name, value);
  }
  return found;
}

function* linksOf(text: string): Generator<HeaderLink> {
  const line = reader(text);
  while (!line.isDone()) {
    const target = line.take(TARGET);
    if (target === undefined) {
      // Quoted text is passed over as a whole: a `<` in it begins no link.
      if (line.take(QUOTED) === undefined) line.step();
      continue;
    }
    const found = parameters(line);
    const rel = wordsIn(found.get('rel')?.toLowerCase());
    yield { href: withoutBlanks(target[1] ?? ''), rel, anchor: found.get('anchor') };
  }
}

/**
 * The links of all `Link` headers, in order (RFC 8288 §3): several lines, several links a line, commas and semicolons in
 * quoted values and in URLs. What is no link is passed over. Linear, and never throws.
 *
 * @example
 * readLinkHeaders([['link', '</a,b>; rel="other; x", </wm>; rel=webmention']])[1]; // { href: '/wm', rel: ['webmention'], … }
 */
export function readLinkHeaders(headers: readonly HeaderLine[]): readonly HeaderLink[] {
  return headerValues(headers, 'link').flatMap((value) => [...linksOf(value)]);
}
