/** What the widget shows of one mention. */
export interface Shown {
  readonly name: string;
  readonly url: string;
  readonly photo: string;
  readonly source: string;
  readonly rel: string;
  readonly verb: string;
  readonly title: string;
  readonly text: string;
  /** ISO 8601, or `''`. */
  readonly date: string;
}

export interface Group {
  readonly name: string;
  readonly title: string;
  readonly faces: boolean;
  readonly total: number;
  readonly mentions: readonly Shown[];
}

export interface Showing {
  readonly empty: string;
  readonly showMore: string;
  readonly groups: readonly Group[];
}

/** Reads an answer of the server. It comes from the network, so nothing in it is taken to be what it should be. */
export function readShowing(answer: unknown): Showing {
  return {
    empty: text(answer, 'empty'),
    showMore: text(answer, 'showMore'),
    groups: list(answer, 'groups')
      .map(readGroup)
      .filter(({ mentions }) => mentions[0]),
  };
}

function readGroup(group: unknown): Group {
  return {
    name: text(group, 'name'),
    title: text(group, 'title'),
    faces: !!member(group, 'faces'),
    total: Number(member(group, 'total')) || 0,
    mentions: list(group, 'mentions')
      .map(readMention)
      .filter(({ source }) => source),
  };
}

function readMention(mention: unknown): Shown {
  return {
    name: text(mention, 'name'),
    url: webUrl(mention, 'url'),
    photo: webUrl(mention, 'photo'),
    source: webUrl(mention, 'source'),
    // Who is not vouched for is a stranger, whatever else is said.
    rel: text(mention, 'rel') === 'noopener' ? 'noopener' : 'nofollow ugc noopener',
    verb: text(mention, 'verb'),
    title: text(mention, 'title'),
    text: text(mention, 'text'),
    date: text(mention, 'date'),
  };
}

function member(value: unknown, key: string): unknown {
  return Object(value)[key];
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = member(value, key);
  return Array.isArray(found) ? found : [];
}

function text(value: unknown, key: string): string {
  const found = member(value, key);
  return typeof found === 'string' ? found : '';
}

/** Only what leads to a web page becomes a link: `javascript:` with a tab in it is still `javascript:` once parsed. */
function webUrl(value: unknown, key: string): string {
  const href = URL.parse(text(value, key))?.href ?? '';
  return /^https?:/.test(href) ? href : '';
}
