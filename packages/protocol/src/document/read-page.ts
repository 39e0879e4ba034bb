import { headerValue } from '../http.ts';
import { createMatcher } from '../match-level.ts';
import { decodePage } from './charset.ts';
import { readEntry } from './entry.ts';
import { excerptAround } from './excerpt.ts';
import { readFacts } from './facts.ts';
import { findLinks, type LinkAt } from './find-links.ts';
import { readHead } from './head.ts';
import { readEntries } from './microformats.ts';
import type { MatchLevel, PageInput, PageReading } from './types.ts';

function bestLevel(links: readonly LinkAt[]): MatchLevel | undefined {
  return links.map(({ link }) => link.level).sort()[0];
}

/**
 * Reads a source: its links to the target, what to show of it, and what it says of itself as a page. Whether a page of
 * its type is read at all is for `isHtml` to say beforehand. A page without the link is not parsed for microformats.
 *
 * Pure, and never throws for anything in the page; the time is linear in its length but for the microformats, whose
 * parser is kept from deep pages and should still run where it can be stopped.
 *
 * @example
 * const reading = readPage({ body, status: 200, finalUrl: 'https://blog.example/post', headers, target:
 * 'https://me.example/' }); reading.level === undefined; // no link to the target
 */
export function readPage(input: PageInput): PageReading {
  const html = decodePage(input.body, headerValue(input.headers, 'content-type'));
  const head = readHead(html, input.finalUrl);
  const { links, base } = findLinks(html, { ...input, base: head.base });
  const shown = links.find(({ link }) => link.anchor !== '') ?? links[0];
  const matches = createMatcher(input.target, input.aliases);
  return {
    links: links.map(({ link }) => link),
    level: bestLevel(links),
    entry: readEntry({
      finalUrl: input.finalUrl,
      base,
      head,
      entries: shown === undefined ? [] : readEntries(html, base),
      excerpt: shown === undefined ? '' : excerptAround(html, shown),
      isTarget: (url) => matches(url) !== undefined,
    }),
    facts: readFacts(input, head, base),
  };
}
