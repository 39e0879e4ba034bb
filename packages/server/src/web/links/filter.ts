import { KINDS, LINK_PLACES, PROTOCOLS } from '@hearback/protocol';
import { MODERATION_STATES } from '../../mention.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import { dayOf } from '../../ports/counts.ts';
import { type DayRange, type LedgerFilter, LINK_RELS, SEEN_STATES } from '../../ports/index.ts';
import { printable } from '../../printable.ts';
import type { Site } from '../../site.ts';
import { calendarDay } from '../calendar-day.ts';
import { pageKeyOf } from './page-key.ts';

/** What the address of the table, its exports and the API may say; docs/backlinks.md promises these names. */
export const LINK_FIELDS = [
  ...(['q', 'site', 'page', 'domain', 'state', 'rel', 'place', 'indexing', 'kind', 'protocol', 'decision'] as const),
  ...(['first-from', 'first-to', 'seen-from', 'seen-to', 'lost-from', 'lost-to', 'lost-within'] as const),
] as const;
export type LinkField = (typeof LINK_FIELDS)[number];
export type AskedLinks = Readonly<Partial<Record<LinkField, string>>>;

export const LOST_WITHIN = ['7', '30', '90', '365'] as const;
export const DECISIONS = [...MODERATION_STATES, 'any'] as const;

export interface ReadLinks {
  /** As it was typed; fields that were left empty are not there. */
  readonly asked: AskedLinks;
  /** To be used only when nothing is wrong: everything would be shown instead of what was asked. */
  readonly filter: LedgerFilter;
  readonly wrong: readonly LinkField[];
}

interface Context {
  readonly directory: Pick<SiteDirectory, 'byId' | 'sites' | 'resolve'>;
  readonly now: number;
}

/** With the site that was asked for, which paths are on. */
interface Asked extends Context {
  readonly site: Site | undefined;
}

type Part = Partial<LedgerFilter> | undefined;
type Read = (text: string, asked: Asked) => Part;
const LONGEST = 2000;

const one =
  <Value extends string>(all: readonly Value[], name: keyof LedgerFilter): Read =>
  (text) => {
    const found = all.find((known) => known === text);
    return found && { [name]: found };
  };

const day =
  (name: 'firstSeen' | 'lastSeen' | 'lost', end: keyof DayRange): Read =>
  (text) => {
    const start = calendarDay(text);
    return start === undefined ? undefined : { [name]: { [end]: dayOf(start) } };
  };

const READERS: Readonly<Record<LinkField, Read>> = {
  q: (words) => (/[\p{L}\p{N}]/u.test(words) ? { words } : undefined),
  site: (site, { directory }) => (directory.byId(site) ? { site } : undefined),
  page(text, { directory, site }) {
    const [only, more] = site ? [] : directory.sites();
    const targetKey = pageKeyOf(text, site ?? (more ? {} : (only ?? {})), directory);
    return targetKey === undefined ? undefined : { targetKey };
  },
  domain(text) {
    const url = URL.parse(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    const isName = url && !/\s/.test(text) && url.username === '' && url.pathname === '/' && url.search === '';
    return isName ? { domain: url.hostname.replace(/\.$/, '') } : undefined;
  },
  state: one(SEEN_STATES, 'state'),
  rel: one(LINK_RELS, 'rel'),
  place: one(LINK_PLACES, 'place'),
  indexing: one(['noindex', 'indexable'], 'indexing'),
  kind: one(KINDS, 'kind'),
  protocol: one(PROTOCOLS, 'protocol'),
  decision: one(DECISIONS, 'decision'),
  'first-from': day('firstSeen', 'from'),
  'first-to': day('firstSeen', 'to'),
  'seen-from': day('lastSeen', 'from'),
  'seen-to': day('lastSeen', 'to'),
  'lost-from': day('lost', 'from'),
  'lost-to': day('lost', 'to'),
  'lost-within': (text, { now }) =>
    LOST_WITHIN.some((known) => known === text) ? { lost: { from: dayOf(now) - Number(text) + 1 } } : undefined,
};

/** The same for the desk, its exports, the API and the command. */
export function readLinks(query: URLSearchParams, context: Context): ReadLinks {
  const asked: Partial<Record<LinkField, string>> = {};
  const wrong: LinkField[] = [];
  let filter: LedgerFilter = {};
  const site = context.directory.byId(query.get('site')?.trim() ?? '');
  for (const field of LINK_FIELDS) {
    const text = (query.get(field) ?? '').trim().slice(0, LONGEST);
    if (text === '') continue;
    asked[field] = text;
    const part = READERS[field](text, { ...context, site });
    if (part) filter = merged(filter, part);
    else wrong.push(field);
  }
  return { asked, filter, wrong };
}

/**
 * A sentence about the names that are no field, and not among those `besides` that the same query may have; `undefined`
 * when there are none. Dropping them would answer with everything, as if that had been asked for.
 */
export function strangeNames(query: URLSearchParams, besides: readonly string[]): string | undefined {
  const known = [...LINK_FIELDS, ...besides];
  const strange = [...new Set(query.keys())].filter((name) => !known.includes(name));
  const listed = strange.map((name) => `"${printable(name).slice(0, 40)}"`).join(', ');
  return strange.length > 0 ? `there is no ${listed}; there are ${known.join(', ')}.` : undefined;
}

/** Both ends of a stretch come from fields of their own. */
function merged(filter: LedgerFilter, part: Partial<LedgerFilter>): LedgerFilter {
  const ranges = (['firstSeen', 'lastSeen', 'lost'] as const).flatMap((name) =>
    part[name] ? [[name, { ...filter[name], ...part[name] }] as const] : [],
  );
  return { ...filter, ...part, ...Object.fromEntries(ranges) };
}

/** The fields as the query of an address, with some of them changed; `undefined` leaves one out. */
export function writeLinks(asked: AskedLinks, change: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams();
  for (const field of LINK_FIELDS) {
    const text = field in change ? change[field] : asked[field];
    if (text) query.set(field, text);
  }
  for (const [name, text] of Object.entries(change))
    if (text && !LINK_FIELDS.some((field) => field === name)) query.set(name, text);
  // Both mean the same; this one is what every other part of an address is written with.
  return query.toString().replaceAll('+', '%20').replaceAll('*', '%2A');
}

export function linksAddress(asked: AskedLinks, change: Readonly<Record<string, string | undefined>> = {}): string {
  const query = writeLinks(asked, change);
  return query === '' ? '/admin/links' : `/admin/links?${query}`;
}
