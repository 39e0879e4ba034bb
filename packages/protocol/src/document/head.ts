import { wordsIn } from './ascii.ts';
import { baseOf } from './base.ts';
import { namesOf } from './names.ts';
import { type Attributes, type Visitor, walk } from './walk.ts';

/** What the head of a page says of it, as written: nothing but `base` is resolved, cleaned or believed yet. */
export interface Head {
  /** The first http(s) `<base>`, else the final URL; others do not count. */
  readonly base: string;
  readonly title: string;
  /** Text of the first `<h1>` that has any; looked for only when there is no title. */
  readonly heading: string;
  /** Attribute of `<html>`. */
  readonly language: string;
  /** First `content` by `name`, `property` or `http-equiv`, in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  /** First `href` by relation: canonical and author. */
  readonly links: ReadonlyMap<string, string>;
}

const ELEMENTS = namesOf(['html', 'base', 'body', 'title', 'meta', 'link', 'h1']);
const RELATIONS = ['canonical', 'author'];
const MAX_META = 200;
const MAX_TEXT = 8_000;

function addMeta(meta: Map<string, string>, attributes: Attributes): void {
  const content = attributes.get('content');
  if (content === undefined || meta.size >= MAX_META) return;
  for (const key of ['name', 'property', 'http-equiv']) {
    const name = attributes.get(key)?.trim().toLowerCase();
    if (name && !meta.has(name)) meta.set(name, content);
  }
}

function addLink(links: Map<string, string>, attributes: Attributes): void {
  const tokens = wordsIn(attributes.get('rel')?.toLowerCase(), 32);
  for (const relation of RELATIONS) {
    const href = attributes.get('href');
    if (href !== undefined && tokens.includes(relation) && !links.has(relation)) links.set(relation, href);
  }
}

/**
 * Reads up to `<body>`, or on to the first heading when no title came before it. `meta` and `link` in the body are
 * whatever a commenter could smuggle in, and do not count once the body has begun.
 */
export function readHead(html: string, finalUrl: string): Head {
  const meta = new Map<string, string>();
  const links = new Map<string, string>();
  const text = { title: '', h1: '' };
  let language = '';
  let base: string | undefined;
  let inBody = false;
  let reading: 'title' | 'h1' | undefined;

  walk(html, ({ stop }) => {
    const visitor: Visitor = {
      elements: ELEMENTS,
      hears: false,
      open(name, attributes) {
        if (name === 'html') language ||= attributes.get('lang') ?? attributes.get('xml:lang') ?? '';
        else if (name === 'base') base ??= baseOf(attributes, finalUrl);
        else if (name === 'body') {
          inBody = true;
          if (text.title.trim() !== '') stop();
        } else if (name === 'meta' && !inBody) addMeta(meta, attributes);
        else if (name === 'link' && !inBody) addLink(links, attributes);
        else if ((name === 'title' || name === 'h1') && text[name].trim() === '') {
          reading = name;
          visitor.hears = true;
        }
      },
      close(name) {
        if (name !== reading) return;
        reading = undefined;
        visitor.hears = false;
        if (inBody && (text.title + text.h1).trim() !== '') stop();
      },
      text(piece) {
        if (reading !== undefined && text[reading].length < MAX_TEXT) text[reading] += piece;
      },
    };
    return visitor;
  });
  return { base: base ?? finalUrl, title: text.title, heading: text.h1, language, meta, links };
}
