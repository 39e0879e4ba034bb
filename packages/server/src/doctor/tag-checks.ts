import { parseUrl } from '@hearback/protocol';
import { type Finding, problem, warning } from './finding.ts';
import { sameAddress, xPingbacks } from './named.ts';
import type { Target } from './target.ts';
import { WORDPRESS_BYTES } from './wordpress.ts';
import { wordPressEndpoint } from './wordpress-discovery.ts';

const FORM = 'Write <link rel="pingback" href="URL"> early in the head: this order, these quotes, nothing else in it.';
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
    if (pattern !== undefined)
      yield level(
        'tag-hidden',
        `The only <link rel="pingback"> stands in a comment, a script or a sample: ${pattern.slice(0, 200)}.`,
        'Simple clients take it, and those that read HTML do not see it.',
        'Put a real one into the head, and take the word out of the comment.',
      );
    return;
  }
  if (tag.href === '' || !parseUrl(tag.href).ok) {
    yield level(
      tag.href === '' ? 'tag-empty' : 'tag-relative',
      `The tag names “${tag.href.slice(0, 200)}”, which is no absolute address.`,
      'Pingback resolves nothing, so most clients have nothing to send to.',
      FORM,
    );
    return;
  }
  const isDecoy = pattern !== undefined && !pingbacks.some(({ url }) => sameAddress(url, pattern));
  if (isDecoy && !REFERENCE.test(pattern))
    yield level(
      'tag-decoy',
      `A comment, script or sample names ${pattern.slice(0, 200)} before the markup names ${tag.url}.`,
      'Clients that go by the pattern of Pingback take the first one that they see, wherever it stands.',
      'Take the other one out of the page.',
    );
  else yield* ofForm(target, tag.url, level);
  const at = html.search(WORD);
  if (at > WORDPRESS_BYTES)
    yield level(
      'tag-late',
      `The tag comes after ${Math.floor(at / 1024)} KB.`,
      'Clients look at the beginning of a page: some at 5 KB, some at 150 KB.',
      'Move it to the top of the head.',
    );
}

function* ofForm(
  { advertised, html }: Target,
  url: string,
  level: typeof problem | typeof warning,
): Generator<Finding> {
  const seen = wordPressEndpoint(html);
  if (seen?.includes('&'))
    yield level(
      REFERENCE.test(seen) ? 'tag-references' : 'tag-ampersand',
      `The address in the tag is written with a character reference: ${seen.slice(0, 200)}.`,
      'WordPress sends to it as it is written, and others know four references only.',
      'Give the endpoint an address without “&”.',
    );
  else if (seen === undefined || !sameAddress(seen, url))
    yield level(
      'tag-wordpress',
      seen === undefined
        ? 'WordPress does not find the tag.'
        : `WordPress reads “${seen.slice(0, 200)}” where the tag names ${url}.`,
      'It looks for rel="pingback", letter by letter, and takes the next href behind it.',
      FORM,
    );
  else if (advertised.pattern === undefined)
    yield warning(
      'tag-shape',
      'The tag does not have the form that Pingback wants.',
      'Clients that go by the pattern of the specification do not see it.',
      FORM,
    );
}
