import { urlParts } from '../identity.ts';
import { httpUrl } from '../text.ts';
import { withoutBlanks } from './ascii.ts';
import { readHead } from './head.ts';
import { markupOf } from './markup.ts';
import { namesOf } from './names.ts';
import { relTokens } from './rel.ts';
import type { PageInput } from './types.ts';
import { walk } from './walk.ts';

const ELEMENTS = namesOf(['a', 'area']);
const ATTRIBUTES = namesOf(['href', 'rel']);
/** Links by which nobody vouches for anybody: what visitors wrote, and what was paid for. */
const UNMEANT = new Set(['nofollow', 'ugc', 'sponsored']);

/**
 * Whether a page vouches for a host (the Vouch extension of Webmention): one of its links, followed and anywhere on the page,
 * leads to a page at exactly that host and port. Linear on every page; never throws.
 *
 * @param host as in `URL.host`
 */
export function vouchesFor(page: Pick<PageInput, 'body' | 'headers' | 'finalUrl'>, host: string): boolean {
  const html = markupOf(page);
  const { base } = readHead(html, page.finalUrl);
  let found = false;
  walk(html, ({ stop }) => ({
    elements: ELEMENTS,
    attributes: ATTRIBUTES,
    hears: false,
    open(_, attributes) {
      const url = httpUrl(withoutBlanks(attributes.get('href') ?? ''), base);
      if (url === '' || urlParts(url)?.host !== host) return;
      if (relTokens(attributes.get('rel')).some((token) => UNMEANT.has(token))) return;
      found = true;
      stop();
    },
    close() {},
  }));
  return found;
}
