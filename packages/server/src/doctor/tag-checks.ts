import { parseUrl } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { sameAddress, xPingbacks } from './named.ts';
import type { Target } from './target.ts';
import { WORDPRESS_BYTES } from './wordpress.ts';
import { wordPressEndpoint } from './wordpress-discovery.ts';

/** Bounded, so that a page full of `rel=` costs no more than its length. */
const WORD = /rel\s{0,10}=\s{0,10}["']?[^"'<>]{0,100}pingback/i;
const REFERENCE = /&(?!(?:amp|lt|gt|quot);)(?:#\d+|#x[\da-f]+|[a-z]+);/i;

/** The `<link rel="pingback">` of a page, as the strict, the lenient and WordPress see it. */
export function* checkTag(target: Target): Generator<Finding> {
  const { advertised, html } = target;
  const { pattern, pingbacks } = advertised;
  const [tag] = pingbacks;
  // With a good header few clients come as far as the markup.
  const isAlone = xPingbacks(target.get.answer).every((value) => !parseUrl(value.trim()).ok);
  const level = isAlone ? problem : warning;
  if (tag === undefined) {
    if (pattern !== undefined) yield level('tag-hidden', { parts: { given: pattern.slice(0, 200) } });
    return;
  }
  if (tag.href === '' || !parseUrl(tag.href).ok) {
    const parts = { given: tag.href.slice(0, 200) };
    yield level(tag.href === '' ? 'tag-empty' : 'tag-relative', { parts, says: 'tag-empty' });
    return;
  }
  const isDecoy = pattern !== undefined && !pingbacks.some(({ url }) => sameAddress(url, pattern));
  if (isDecoy && !REFERENCE.test(pattern))
    yield level('tag-decoy', { parts: { given: pattern.slice(0, 200), url: tag.url } });
  else yield* ofForm(target, tag.url, level);
  const at = html.search(WORD);
  if (at > WORDPRESS_BYTES) yield level('tag-late', { parts: { many: Math.floor(at / 1024) } });
}

function* ofForm(
  { advertised, html }: Target,
  url: string,
  level: typeof problem | typeof warning,
): Generator<Finding> {
  const seen = wordPressEndpoint(html);
  if (seen?.includes('&'))
    yield level(REFERENCE.test(seen) ? 'tag-references' : 'tag-ampersand', {
      parts: { given: seen.slice(0, 200) },
      says: 'tag-references',
    });
  else if (seen === undefined || !sameAddress(seen, url))
    yield level('tag-wordpress', {
      parts: { given: seen?.slice(0, 200) ?? '', url },
      ...(seen === undefined && { says: 'tag-wordpress.unseen' }),
    });
  else if (advertised.pattern === undefined) yield warning('tag-shape');
}
