import type { Presented } from '../presented.ts';
import { publishedHere } from './jf2.ts';
import type { Writing } from './rows.ts';
import { deed } from './verbs.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const ATOM_TYPE = { 'Content-Type': 'application/atom+xml; charset=utf-8' };

/** The ends of the feed. Its id is its address, with no parameter: a token may be one. */
export function atomFrame(base: string, updated: number): readonly [string, string] {
  const self = xml(`${base}/api/mentions.atom`);
  const head = `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${self}</id><title>Mentions</title><updated>${new Date(updated).toISOString()}</updated>`;
  return [head, '</feed>\n'];
}

/**
 * One entry, written by hand because ten thousand of them are sent as they are read, and the generators at hand make a
 * feed of all of them at once.
 */
export function atomRows(base: string): Writing {
  return {
    between: '',
    row(mention) {
      const { id, source, target, excerpt, author, host } = mention;
      const when = publishedHere(mention);
      return [
        `<entry><id>${xml(`${base}/api/mention/${id}`)}</id>`,
        `<title>${xml(deed(mention))}</title>`,
        `<link rel="alternate" href="${xml(source)}"/><link rel="related" href="${xml(target)}"/>`,
        `<author><name>${xml(author.name || host)}</name>${uriOf(mention)}</author>`,
        `<published>${rfc3339(mention.published) ?? when}</published><updated>${when}</updated>`,
        excerpt && `<content type="text">${xml(excerpt)}</content>`,
        '</entry>',
      ].join('');
    },
  };
}

/** Only at the host that was verified: anybody can claim to be somebody else. */
function uriOf({ author, host }: Presented): string {
  return URL.parse(author.url)?.host === host ? `<uri>${xml(author.url)}</uri>` : '';
}

/** A date without a time of day, or a time without its zone, is none here. */
function rfc3339(text: string): string | undefined {
  return /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? new Date(text).toISOString() : undefined;
}

/** Text for an element or an attribute, without what XML 1.0 cannot hold even as a reference. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
