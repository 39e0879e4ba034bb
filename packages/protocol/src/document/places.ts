import { wordsIn } from './ascii.ts';
import type { Attributes } from './walk.ts';

/** In which part of a page something stands. `comment`: what visitors wrote. `signature`: under every post of somebody. */
export type Place = 'content' | 'comment' | 'signature' | 'aside' | 'footer' | 'nav';

/** Whole class names and ids; `comments-open` or `has-sidebar` on a page's body say nothing of where one is. */
const BY_NAME: readonly (readonly [RegExp, Place])[] = [
  [
    /^(?:js-|wp-block-|post-|entry-|blog-)?(?:comments?|responses?|respond|disqus|guestbook|shoutbox)(?:[-_]?(?:lists?|area|body|content|text|thread|section|wrap\w*|box|template|entry|item|block|inner|post))?$/i,
    'comment',
  ],
  [/^(?:commentlist|commentbody|commenttext|user-comments?|gb-entry)$/i, 'comment'],
  // Serendipity, Isso, and where pages list who links to them.
  [
    /^(?:serendipity_comments?|isso-thread|isso-comment|pinglist|(?:pingback|trackback|webmention)s?(?:-?list)?)$/i,
    'comment',
  ],
  [/^(?:signature|sig|user-?sig|post-?signature|bio-links?)$/i, 'signature'],
  [/^(?:side-?bar|widgets?|widget-area|blogroll|link-?list|friend-?links?|partners?|sponsors?)(?:[-_]\w+)*$/i, 'aside'],
  [/^(?:site-?|page-?|main-?|global-?)?(?:footer|colophon)(?:[-_]\w+)?$/i, 'footer'],
  [/^(?:main-?|site-?|primary-?)?(?:nav|navigation|menu|breadcrumbs?|navbar)(?:[-_]\w+)?$/i, 'nav'],
];
const BY_ELEMENT: Readonly<Record<string, Place>> = { aside: 'aside', footer: 'footer', nav: 'nav' };
const BY_ROLE: Readonly<Record<string, Place>> = { complementary: 'aside', contentinfo: 'footer', navigation: 'nav' };
/** Their classes describe the whole page. */
const WHOLE = new Set(['html', 'body', 'main']);

/** Pages give one name to hundreds of elements, and seven patterns are tried on each. */
const known = new Map<string, Place | undefined>();
const MOST_KNOWN = 1_000;

function placeNamed(name: string): Place | undefined {
  if (known.has(name)) return known.get(name);
  const place = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if (known.size === MOST_KNOWN) known.clear();
  known.set(name, place);
  return place;
}

/** The part that an element opens; `undefined` for one that opens none. */
export function placeOf(name: string, attributes: Attributes): Place | undefined {
  if (WHOLE.has(name)) return undefined;
  if (attributes.has('class') || attributes.has('id')) {
    const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.trim().slice(0, 300);
    for (const one of wordsIn(names, 16)) {
      const place = placeNamed(one);
      if (place !== undefined) return place;
    }
  }
  return BY_ROLE[attributes.get('role')?.trim().toLowerCase() ?? ''] ?? BY_ELEMENT[name];
}
