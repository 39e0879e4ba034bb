import { type Kind, PROTOCOLS, type Protocol } from '@hearback/protocol';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { MentionFilter } from '../../ports/index.ts';
import { pageKey } from '../../site.ts';
import { calendarDay, DAY_MS } from '../calendar-day.ts';
import { type Cursor, readCursor, TAB_FILTERS, type Tab, tabNamed } from './tabs.ts';

/** What the address of the inbox may say, beside what was just done; docs/desk.md promises these names. */
export const VIEW_FIELDS = ['q', 'site', 'target', 'author', 'domain', 'kind', 'protocol', 'from', 'to'] as const;
export type ViewField = (typeof VIEW_FIELDS)[number];
/** Why a field cannot be used. */
export type Problem = 'show' | ViewField | 'order' | 'before';

export const KINDS = ['mention', 'reply', 'like', 'repost', 'bookmark', 'rsvp'] as const satisfies readonly Kind[];

/** A list of mentions that is asked for. */
export interface View {
  readonly tab: Tab;
  /** As it was typed; fields that were left empty are not there. */
  readonly asked: Readonly<Partial<Record<ViewField, string>>>;
  readonly before: Cursor | undefined;
  /** What it comes to, with the tab; to be used only when there are no problems. */
  readonly filter: Omit<MentionFilter, 'limit'>;
  readonly problems: readonly Problem[];
}

const LONGEST = 2000;

type Read = (text: string, context: ViewContext) => Omit<MentionFilter, 'limit'> | undefined;

export interface ViewContext {
  readonly directory: Pick<SiteDirectory, 'byId' | 'sites' | 'resolve'>;
}

const READERS: Readonly<Record<ViewField, Read>> = {
  q: (words) => (/[\p{L}\p{N}]/u.test(words) ? { words } : undefined),
  site: (site, { directory }) => (directory.byId(site) ? { site } : undefined),
  target: (text, { directory }) => {
    const [only, more] = directory.sites();
    const base = more ? undefined : only?.url;
    const url = URL.parse(text, base);
    if (!url || !/^https?:$/.test(url.protocol)) return undefined;
    return { targetKey: directory.resolve(url)?.key ?? pageKey(url) };
  },
  author: (author) => ({ author }),
  domain: (text) => {
    const url = URL.parse(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    const isName = url && !/\s/.test(text) && url.username === '' && url.pathname === '/' && url.search === '';
    return isName ? { domain: url.hostname.replace(/\.$/, '') } : undefined;
  },
  kind: (text) => named(KINDS, text, (kind) => ({ kind })),
  protocol: (text) => named<Protocol>(PROTOCOLS, text, (protocol) => ({ protocol })),
  from: (text) => day(text, (from) => ({ from })),
  to: (text) => day(text, (from) => ({ to: from + DAY_MS - 1 })),
};

function named<T extends string>(all: readonly T[], text: string, use: (one: T) => Omit<MentionFilter, 'limit'>) {
  const one = all.find((known) => known === text);
  return one && use(one);
}

function day(text: string, use: (start: number) => Omit<MentionFilter, 'limit'>) {
  const start = calendarDay(text);
  return start === undefined ? undefined : use(start);
}

export function readView(query: URLSearchParams, context: ViewContext): View {
  const problems: Problem[] = [];
  const show = query.get('show');
  const tab = show ? tabNamed(show) : 'held';
  if (!tab) problems.push('show');
  const asked: Partial<Record<ViewField, string>> = {};
  let filter: Omit<MentionFilter, 'limit'> = TAB_FILTERS[tab ?? 'held'];
  for (const field of VIEW_FIELDS) {
    const text = (query.get(field) ?? '').trim().slice(0, LONGEST);
    if (text === '') continue;
    asked[field] = text;
    const read = READERS[field](text, context);
    if (read) filter = { ...filter, ...read };
    else problems.push(field);
  }
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) problems.push('order');
  const before = readCursor(query.get('before') ?? undefined);
  if (query.get('before') && !before) problems.push('before');
  return { tab: tab ?? 'held', asked, before, filter, problems };
}

/** The view as the query of an address, with some of it changed; `undefined` leaves a field out. */
export function writeView(
  { tab, asked }: Pick<View, 'tab' | 'asked'>,
  change: Readonly<Partial<Record<ViewField | 'show' | 'before' | 'after', string | undefined>>> = {},
): string {
  const query = new URLSearchParams({ show: change.show ?? tab });
  for (const field of VIEW_FIELDS) {
    const text = field in change ? change[field] : asked[field];
    if (text) query.set(field, text);
  }
  for (const place of ['before', 'after'] as const) if (change[place]) query.set(place, change[place]);
  // Both mean the same; this one is what every other part of an address is written with.
  return query.toString().replaceAll('+', '%20').replaceAll('*', '%2A');
}

export function isFiltered({ asked }: Pick<View, 'asked'>): boolean {
  return Object.keys(asked).length > 0;
}
