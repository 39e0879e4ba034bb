/** What the widget shows of one entry of the read API. */
export interface Shown {
  readonly name: string;
  readonly url: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly property: string;
  /** ISO 8601, or `''`. */
  readonly date: string;
}

export interface Shows {
  readonly mentions: readonly Shown[];
  readonly total: number;
}

/** Reads an answer of the API. It comes from the network, so nothing in it is taken to be what it should be. */
export function readFeed(feed: unknown): Shows {
  const children = member(feed, 'children');
  const mentions = (Array.isArray(children) ? children : []).map(readEntry).filter((shown) => shown.source !== '');
  const total = member(member(feed, 'paging'), 'total');
  return { mentions, total: typeof total === 'number' ? total : mentions.length };
}

function readEntry(entry: unknown): Shown {
  const author = member(entry, 'author');
  const source = webUrl(member(entry, 'wm-source'));
  return {
    name: text(member(author, 'name')),
    url: webUrl(member(author, 'url')),
    source,
    title: text(member(entry, 'name')),
    text: text(member(member(entry, 'content'), 'text')),
    property: text(member(entry, 'wm-property')),
    date: text(member(entry, 'published')) || text(member(entry, 'wm-received')),
  };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Only what leads to a web page becomes a link: `javascript:` with a tab in it is still `javascript:` once parsed. */
function webUrl(value: unknown): string {
  const url = URL.canParse(text(value)) ? new URL(text(value)) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : '';
}
