import { headerValue } from '../http.ts';
import { createMatcher } from '../match-level.ts';
import { plainKind } from './content-type.ts';
import { readEntry } from './entry.ts';
import { excerptAround } from './excerpt.ts';
import { readFacts } from './facts.ts';
import { findLinks, type LinkAt } from './find-links.ts';
import { readHead } from './head.ts';
import type { LinkPlace } from './link-place.ts';
import { markupOf } from './markup.ts';
import { reachOf } from './reach.ts';
import { readText } from './read-text.ts';
import { readSurroundings } from './surroundings.ts';
import type { MatchLevel, PageInput, PageReading } from './types.ts';
import { wallOf } from './wall.ts';

function bestLevel(links: readonly LinkAt[]): MatchLevel | undefined {
  return links.map(({ link }) => link.level).sort()[0];
}

/**
 * Reads a source: its links to the target, what to show of it, and what it says of itself as a page. Whether a page of
 * its type is read at all is for `isReadable` to say beforehand. Of a page without the link only
 * the head is read.
 *
 * Pure, and never throws for anything in the page; the time is linear in its length but for the microformats, whose
 * parser is kept from deep pages and should still run where it can be stopped.
 *
 * @example
 * const reading = readPage({ body, status: 200, finalUrl: 'https://blog.example/post', headers, target:
 * 'https://me.example/' }); reading.level === undefined; // no link to the target
 */
export function readPage(input: PageInput): PageReading {
  const type = headerValue(input.headers, 'content-type');
  if (plainKind(type) !== undefined) return readText(input);
  const html = markupOf(input);
  const reach = reachOf(input.protocols);
  const head = readHead(html, input.finalUrl);
  const { links, base } = findLinks(html, { ...input, base: head.base, reach });
  const shown = links.find(({ link }) => link.anchor !== '') ?? links[0];
  const places = new Map<number, LinkPlace>();
  const targets = new Set(links.map(({ at }) => at));
  const surroundings =
    shown === undefined
      ? undefined
      : readSurroundings(html, {
          base,
          finalUrl: input.finalUrl,
          targets,
          placed: (at, place) => places.set(at, place),
        });
  const wall = shown === undefined ? wallOf(input) : undefined;
  const facts = readFacts(input, head, base);
  const matches = createMatcher(input.target, input.aliases);
  return {
    links: links.map(({ link, at }) => ({ ...link, place: places.get(at) ?? 'content' })),
    level: bestLevel(links),
    entry: readEntry({
      html: shown === undefined ? '' : html,
      finalUrl: input.finalUrl,
      base,
      canonical: facts.canonical,
      head,
      excerpt: shown === undefined ? '' : excerptAround(html, shown),
      isTarget: (url) => matches(url) !== undefined,
      links: targets,
    }),
    facts,
    surroundings,
    ...(wall && { wall }),
  };
}
