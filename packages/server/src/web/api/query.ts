import { KINDS, type Kind } from '@hearback/protocol';
import type { PublicQuery } from '../../ports/index.ts';
import { PROPERTIES } from './properties.ts';

/** A page of no more is answered, and its `paging` says so: clients that ask for 9,999 get them. */
const MOST_ROWS = 10_000;
const DEFAULT_ROWS = 20;
const MAX_TARGETS = 50;
/** A dotted path of identifiers, as in `window.Blog.show`; anything else could be code. */
const CALLBACK = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

/** What a client of the read API asked for, in webmention.io's words. */
export interface ApiQuery {
  readonly targets: readonly string[];
  readonly domains: readonly string[];
  readonly kinds: readonly Kind[];
  readonly since: number | undefined;
  readonly sinceId: number | undefined;
  /** Ours: became public or changed for its readers since then. */
  readonly changedSince: number | undefined;
  readonly sortBy: PublicQuery['sortBy'];
  readonly direction: PublicQuery['direction'];
  readonly perPage: number;
  readonly page: number;
  readonly callback: string | undefined;
}

export type ReadQuery =
  | { readonly ok: true; readonly query: ApiQuery }
  | { readonly ok: false; readonly description: string };

/** Reads the parameters; unknown ones are ignored, because clients in the field send broken ones of their own. */
export function readQuery(params: URLSearchParams): ReadQuery {
  const [since, changedSince] = [timeOf(params.get('since')), timeOf(params.get('updated-since'))];
  if (since === 'unreadable') return invalid('"since" is not a date and time such as 2026-01-31T12:00:00Z.');
  if (changedSince === 'unreadable')
    return invalid('"updated-since" is not a date and time such as 2026-01-31T12:00:00Z.');
  const sinceId = params.get('since_id') || undefined;
  if (sinceId !== undefined && !/^\d{1,15}$/.test(sinceId)) return invalid('"since_id" is not a whole number.');
  const sortBy = params.get('sort-by');
  const callback = params.get('jsonp') ?? '';
  return {
    ok: true,
    query: {
      targets: all(params, 'target').slice(0, MAX_TARGETS),
      domains: all(params, 'domain').slice(0, MAX_TARGETS),
      kinds: kindsOf(all(params, 'wm-property')),
      since,
      sinceId: sinceId === undefined ? undefined : Number(sinceId),
      changedSince,
      sortBy: sortBy === 'updated' || sortBy === 'published' || sortBy === 'rsvp' ? sortBy : 'created',
      direction: (params.get('sort-dir') || 'down') === 'down' ? 'down' : 'up',
      perPage: Math.min(wholeNumber(params.get('per-page') ?? params.get('perPage')) || DEFAULT_ROWS, MOST_ROWS),
      page: wholeNumber(params.get('page')),
      callback: CALLBACK.test(callback) && callback.length <= 100 ? callback : undefined,
    },
  };
}

function invalid(description: string): ReadQuery {
  return { ok: false, description };
}

/** `name`, `name[]` and `name[0]` are three spellings of one list. */
function all(params: URLSearchParams, name: string): string[] {
  const values = [...params].filter(
    ([key]) => key === name || (key.startsWith(`${name}[`) && /^\[\d*\]$/.test(key.slice(name.length))),
  );
  return [...new Set(values.map(([, value]) => value.trim()).filter(Boolean))];
}

function kindsOf(properties: readonly string[]): Kind[] {
  return KINDS.filter((kind) => properties.includes(PROPERTIES[kind]));
}

function timeOf(text: string | null): number | undefined | 'unreadable' {
  if (!text) return undefined;
  // `+00:00` that was not percent-encoded arrives as a blank.
  const time = Date.parse(text.replace(/ (\d\d:?\d\d)$/, '+$1'));
  return Number.isNaN(time) ? 'unreadable' : time;
}

/** Digits that make a safe page number; anything else counts as 0. */
function wholeNumber(text: string | null): number {
  return text && /^\d{1,10}$/.test(text) ? Number(text) : 0;
}
