import { wordsIn } from './ascii.ts';
import type { Attributes } from './walk.ts';

/** Where in a page a link can stand, the more telling first. */
export type Region = 'entry' | 'article' | 'main' | 'body';

const BOILERPLATE = new Set(['nav', 'header', 'footer', 'aside']);
const ENTRY_CLASSES = ['h-entry', 'hentry'];
const CONTENT_CLASSES = ['e-content', 'entry-content'];
/** Links that a reply, like or repost is about stand beside the content and belong to the entry all the same. */
const RESPONSE_CLASSES = ['u-in-reply-to', 'u-like-of', 'u-repost-of', 'u-bookmark-of'];

type Mark = 'entry' | 'content' | 'response' | 'article' | 'main' | 'boilerplate';

/** An element that marks a region, and how many of its own name are open inside it. */
interface Open {
  readonly name: string;
  readonly marks: readonly Mark[];
  nested: number;
}

export interface Regions {
  /** Regions that the page has had so far. */
  readonly seen: ReadonlySet<Region>;
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Every region that a link with these attributes, standing here, is in. */
  of(attributes: Attributes): readonly Region[];
}

function hasClass(attributes: Attributes, wanted: readonly string[]): boolean {
  const classes = wordsIn(attributes.get('class'), 64);
  return classes.some((name) => wanted.includes(name));
}

function marksOf(name: string, attributes: Attributes): Mark[] {
  const marks: Mark[] = [];
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
export function contentRegions(): Regions {
  const open: Open[] = [];
  const seen = new Set<Region>();
  const within: Record<Mark, number> = { entry: 0, content: 0, response: 0, article: 0, main: 0, boilerplate: 0 };

  function isEntry(attributes: Attributes): boolean {
    return within.entry > 0 && (within.content + within.response > 0 || hasClass(attributes, RESPONSE_CLASSES));
  }

  return {
    seen,
    open(name, attributes) {
      const marks = marksOf(name, attributes);
      if (marks.length > 0 && open.length < MAX_OPEN) {
        open.push({ name, marks, nested: 0 });
        for (const mark of marks) within[mark] += 1;
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
      if (isEntry(attributes)) regions.push('entry');
      if (within.article > 0) regions.push('article');
      if (within.main > 0) regions.push('main');
      if (within.boilerplate === 0) regions.push('body');
      return regions;
    },
  };
}
