import { type Entry, httpUrl, KINDS, type Kind, plainText, textOfHtml } from '@hearback/protocol';

interface Loose {
  readonly kind?: Kind | undefined;
  readonly rsvp?: unknown;
  readonly title?: unknown;
  readonly author?: { readonly name?: unknown; readonly url?: unknown; readonly photo?: unknown } | undefined;
  /** Plain text, or else markup. */
  readonly text?: unknown;
  readonly html?: unknown;
  readonly published?: unknown;
}

const MAX_NAME = 100;
const MAX_TITLE = 200;
const MAX_EXCERPT = 1000;
/** Of markup that is read for its text. */
const MAX_MARKUP = 64 * 1024;
const RSVPS = ['yes', 'no', 'maybe', 'interested'] as const;

/** What an old place kept of a page, as a page's own entry: every value may be missing or of any type. */
export function entryOf({ kind, rsvp, title, author, text, html, published }: Loose): Entry {
  const markup = string(html).slice(0, MAX_MARKUP);
  return {
    kind: kind ?? 'mention',
    rsvp: RSVPS.find((one) => one === rsvp) ?? '',
    title: plainText(string(title), MAX_TITLE),
    author: {
      name: plainText(string(author?.name), MAX_NAME),
      url: httpUrl(string(author?.url)),
      photo: httpUrl(string(author?.photo)),
    },
    excerpt: plainText(string(text) || textOfHtml(markup, 4 * MAX_EXCERPT), MAX_EXCERPT),
    published: isoDate(string(published)),
  };
}

export function string(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** An object's members, or none of what is no object. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** `like-of`, `like` and what else the field calls it. */
export function kindOf(word: unknown): Kind {
  const name = string(word).toLowerCase();
  const bare = name.replace(/-of$/, '').replace(/^(?:in-reply-to|comment)$/, 'reply');
  return KINDS.find((kind) => kind === bare) ?? (name.startsWith('rsvp') ? 'rsvp' : 'mention');
}

/** Milliseconds since the epoch; `undefined` for what is no date, or lies before the web. */
export function timeOf(text: string): number | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) || at < Date.UTC(1990, 0) ? undefined : at;
}

function isoDate(text: string): string {
  const at = timeOf(text);
  return at === undefined ? '' : new Date(at).toISOString();
}
