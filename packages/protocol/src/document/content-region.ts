import { wordsIn } from './ascii.ts';
import type { ElementTest } from './selector.ts';
import type { Attributes } from './walk.ts';

/** Where in a page a link can stand, the more telling first. `chosen`: where the owner of the page said. */
export type Region = 'chosen' | 'entry' | 'article' | 'main' | 'body';

/** What the owner of a page says of it. */
export interface RegionChoice {
  /** Which elements are the content; all that is found out about others counts for nothing then. */
  readonly content?: ElementTest | undefined;
  /** Which elements are no content, wherever they stand. */
  readonly ignore?: ElementTest | undefined;
}

const BOILERPLATE = new Set(['nav', 'header', 'footer', 'aside']);
const ENTRY_CLASSES = ['h-entry', 'hentry'];
const CONTENT_CLASSES = ['e-content', 'entry-content'];
/** Links that a reply, like or repost is about stand beside the content and belong to the entry all the same. */
const RESPONSE_CLASSES = ['u-in-reply-to', 'u-like-of', 'u-repost-of', 'u-bookmark-of'];

/** Articles in which visitors speak. */
const COMMENT = /\bcomment/i;
/** They have no end tag, so nothing stands in them. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

type Mark = 'chosen' | 'ignored' | 'feed' | 'entry' | 'content' | 'response' | 'article' | 'main' | 'boilerplate';

/** An element that marks a region, and how many of its own name are open inside it. */
interface Open {
  readonly name: string;
  readonly marks: readonly Mark[];
  nested: number;
}

export interface Regions {
  /** Regions that the page has had so far. */
  readonly seen: ReadonlySet<Region>;
  /** Posts that the page has had so far: its entries, else its articles; none for a page that marks neither. */
  posts(): number;
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Every region that a link with these attributes, standing here, is in. */
  of(attributes: Attributes): readonly Region[];
}

function hasClass(attributes: Attributes, wanted: readonly string[]): boolean {
  const classes = wordsIn(attributes.get('class'), 64);
  return classes.some((name) => wanted.includes(name));
}

function marksOf(name: string, attributes: Attributes, { content, ignore }: RegionChoice): Mark[] {
  const marks: Mark[] = [];
  if (VOID.has(name)) return marks;
  if (content?.(name, attributes)) marks.push('chosen');
  if (ignore?.(name, attributes)) marks.push('ignored');
  if (hasClass(attributes, ['h-feed'])) marks.push('feed');
  if (name === 'article') marks.push('article');
  if (name === 'main' || attributes.get('role') === 'main') marks.push('main');
  if (BOILERPLATE.has(name)) marks.push('boilerplate');
  if (hasClass(attributes, ENTRY_CLASSES)) marks.push('entry');
  if (hasClass(attributes, CONTENT_CLASSES)) marks.push('content');
  if (name !== 'a' && hasClass(attributes, RESPONSE_CLASSES)) marks.push('response');
  return marks;
}

const MAX_OPEN = 64;

/** Follows tags and knows in which parts of the page one is; end tags are matched by counting those of one name. */
export function contentRegions(choice: RegionChoice = {}): Regions {
  const open: Open[] = [];
  const seen = new Set<Region>();
  const posts = { entries: 0, articles: 0, inFeed: false };
  const within: Record<Mark, number> = {
    ...{ chosen: 0, ignored: 0, feed: 0, entry: 0, content: 0, response: 0, article: 0, main: 0, boilerplate: 0 },
  };

  function count(marks: readonly Mark[], attributes: Attributes): void {
    if (marks.includes('entry') && within.entry === 0) {
      posts.entries += 1;
      posts.inFeed ||= within.feed > 0;
    }
    const isComment = COMMENT.test(`${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`);
    if (marks.includes('article') && within.article + within.boilerplate === 0 && !isComment) posts.articles += 1;
  }

  function isEntry(attributes: Attributes): boolean {
    return within.entry > 0 && (within.content + within.response > 0 || hasClass(attributes, RESPONSE_CLASSES));
  }

  return {
    seen,
    // A feed of a single entry is a list that has just begun.
    posts: () => (posts.inFeed ? Math.max(posts.entries, 2) : posts.entries || posts.articles),
    open(name, attributes) {
      const marks = marksOf(name, attributes, choice);
      if (marks.length > 0 && open.length < MAX_OPEN) {
        count(marks, attributes);
        open.push({ name, marks, nested: 0 });
        for (const mark of marks) within[mark] += 1;
        if (within.chosen > 0) seen.add('chosen');
        if (within.entry > 0 && within.content > 0) seen.add('entry');
        if (within.article > 0) seen.add('article');
        if (within.main > 0) seen.add('main');
        return;
      }
      const innermost = open.findLast((element) => element.name === name);
      if (innermost !== undefined) innermost.nested += 1;
    },
    close(name) {
      const at = open.findLastIndex((element) => element.name === name);
      const element = open[at];
      if (element === undefined) return;
      if (element.nested > 0) {
        element.nested -= 1;
        return;
      }
      for (const { marks } of open.splice(at)) for (const mark of marks) within[mark] -= 1;
    },
    of(attributes) {
      const regions: Region[] = [];
      if (within.ignored > 0) return regions;
      if (within.chosen > 0) regions.push('chosen');
      if (isEntry(attributes)) regions.push('entry');
      if (within.article > 0) regions.push('article');
      if (within.main > 0) regions.push('main');
      if (within.boilerplate === 0) regions.push('body');
      return regions;
    },
  };
}
