import type { LinkChangeKind } from './link-change.ts';
import type { Mention } from './mention.ts';
import type { ChangedLink } from './ports/ledger.ts';
import type { Period } from './report-period.ts';
import type { Site } from './site.ts';

/** What a report tells of links, each with the changes that it is. */
export const REPORTED = {
  new: ['first-seen'],
  lost: ['link-lost'],
  recovered: ['recovered'],
  changed: ['rel-changed', 'anchor-changed', 'became-noindex', 'became-indexable'],
} as const satisfies Readonly<Record<string, readonly LinkChangeKind[]>>;
export type Reported = keyof typeof REPORTED;
export const REPORTED_PARTS = Object.keys(REPORTED) as Reported[];

/** What happened to the links of a site in a week or a month. Spam and what was rejected is not in it. */
export interface Report {
  readonly site: Pick<Site, 'id' | 'name' | 'url'>;
  readonly period: Period;
  /** How many changes there were, and the newest of them. */
  readonly changes: Readonly<Record<Reported, { readonly count: number; readonly rows: readonly ChangedLink[] }>>;
  /** Links that are there now, or on pages that are merely out of reach. */
  readonly live: number;
  /** Where most new links came from, and lead to. */
  readonly domains: readonly Top[];
  readonly pages: readonly Top[];
  /** Links that most visitors came by, on the days of that name (UTC). */
  readonly visits: readonly { readonly mention: Mention; readonly count: number }[];
}

interface Top {
  readonly key: string;
  readonly count: number;
}

/** Nothing happened: nobody is written to for that. */
export function isQuiet({ changes, visits }: Report): boolean {
  return REPORTED_PARTS.every((part) => changes[part].count === 0) && visits.length === 0;
}
