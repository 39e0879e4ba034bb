import { readLinkHeaders } from '../discovery/link-header.ts';
import { headerValue, headerValues } from '../http.ts';
import { httpUrl, plainText } from '../text.ts';
import type { Head } from './head.ts';
import { robotsHeader, robotsMeta } from './robots.ts';
import type { Facts, PageInput } from './types.ts';
import { unavailableAfter } from './unavailable-after.ts';

const MAX_TITLE = 250;
/** They say what holds anyway. */
const USUAL = new Set(['', 'index', 'follow', 'all']);
const MAX_DIRECTIVES = 12;
const MAX_DIRECTIVE = 60;

/** A date after which a page is not to be found forbids it from then on. */
function forbidsIndex(directive: string, now: number): boolean {
  return directive === 'noindex' || directive === 'none' || (unavailableAfter(directive) ?? now) < now;
}

/** What the page tells robots by its head and by its headers, and which of the two forbids that it is found. */
function robotsOf(
  meta: Head['meta'],
  { headers, now = 0 }: PageInput,
): Pick<Facts, 'noindex' | 'noindexBy' | 'robots'> {
  const inHead = robotsMeta(meta, 'googlebot');
  const inHeaders = headerValues(headers, 'x-robots-tag').flatMap((line) => robotsHeader(line, 'googlebot'));
  const forbids = (said: string) => forbidsIndex(said, now);
  const [byMeta, byHeader] = [inHead.some(forbids), inHeaders.some(forbids)];
  const noindexBy = byMeta && byHeader ? 'both' : byMeta ? 'meta' : byHeader ? 'header' : undefined;
  const said = [...new Set([...inHead, ...inHeaders].map((text) => plainText(text, MAX_DIRECTIVE)))];
  const robots = said.filter((text) => !USUAL.has(text)).slice(0, MAX_DIRECTIVES);
  return {
    noindex: noindexBy !== undefined,
    ...(noindexBy && { noindexBy }),
    ...(robots.length > 0 && { robots: robots.join(', ') }),
  };
}

/** RFC 8288: the target of the first link that says so of the page itself. */
function canonicalInHeaders(headers: PageInput['headers']): string {
  const links = readLinkHeaders(headers).filter(({ anchor }) => anchor === undefined);
  return links.find(({ rel }) => rel.includes('canonical'))?.href ?? '';
}

function languageTag(text: string): string {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? '';
  } catch {
    // Not a language tag (BCP 47).
    return '';
  }
}

/** A static host cannot answer 410, so a page may say so itself. */
function statusOf(meta: Head['meta'], status: number): number {
  const said = /^\s*(404|410)\b/.exec(meta.get('status') ?? '')?.[1];
  return status === 200 && said !== undefined ? Number(said) : status;
}

/** What the page and its headers say of themselves as a place to be linked from. */
export function readFacts(page: PageInput, head: Head, base: string): Facts {
  const canonical = head.links.get('canonical') ?? '';
  const fromHeader = canonicalInHeaders(page.headers);
  return {
    status: statusOf(head.meta, page.status),
    finalUrl: page.finalUrl,
    title:
      plainText(head.title, MAX_TITLE) ||
      plainText(head.meta.get('og:title') ?? '', MAX_TITLE) ||
      plainText(head.heading, MAX_TITLE),
    canonical:
      (canonical === '' ? '' : httpUrl(canonical, base)) ||
      (fromHeader === '' ? '' : httpUrl(fromHeader, page.finalUrl)),
    ...robotsOf(head.meta, page),
    language:
      languageTag(head.language) ||
      languageTag((headerValue(page.headers, 'content-language') ?? '').split(',')[0] ?? ''),
  };
}
