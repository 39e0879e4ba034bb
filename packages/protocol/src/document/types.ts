import type { Protocol } from '../notification.ts';
import type { LinkPlace } from './link-place.ts';
import type { Surroundings } from './surroundings.ts';
import type { Wall } from './wall-signs.ts';

/**
 * How closely a link matches the target: L0 same string, L1 same WHATWG serialisation, L2 equal by RFC 3986 §6.2.2–3,
 * L3 but for http/https, L4 but for the fragment, L5 but for a trailing slash or `www.`, L6 same page by our own map.
 */
export type MatchLevel = 'L0' | 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L6';

export interface FoundLink {
  /** Resolved against `<base>` and the final URL. */
  readonly href: string;
  /** Text of the link, white space collapsed, at most 200 graphemes; `''` when it has none. */
  readonly anchor: string;
  /** Lower-case tokens of `rel`, in order. */
  readonly rel: readonly string[];
  readonly level: MatchLevel;
  /** Absent for text, which has no places. */
  readonly place?: LinkPlace;
}

export const KINDS = ['mention', 'reply', 'like', 'repost', 'bookmark', 'rsvp'] as const;
export type Kind = (typeof KINDS)[number];

/** The answers that an invitation can have. */
export const RSVPS = ['yes', 'no', 'maybe', 'interested'] as const;
type Rsvp = (typeof RSVPS)[number];

/** What is read from a source. All text: no markup survives; lengths are graphemes (title 250, name 100, excerpt 500). */
export interface Entry {
  readonly kind: Kind;
  /** `''` unless the kind is `rsvp`. */
  readonly rsvp: Rsvp | '';
  readonly title: string;
  readonly author: { readonly name: string; readonly url: string; readonly photo: string };
  readonly excerpt: string;
  /** ISO 8601, or `''`. */
  readonly published: string;
}

/** What search-engine people ask of a backlink. */
export interface Facts {
  readonly status: number;
  readonly finalUrl: string;
  readonly title: string;
  /** Absolute http(s) URL or `''`. */
  readonly canonical: string;
  /** It asks not to be found, or named a date for that which has passed. */
  readonly noindex: boolean;
  /** Where it says so; absent when it does not. */
  readonly noindexBy?: 'meta' | 'header' | 'both';
  /** What it tells robots, in lower case, each once, joined by `, `; absent when it tells them nothing. */
  readonly robots?: string;
  /** BCP 47 tag or `''`. */
  readonly language: string;
}

export interface PageReading {
  readonly links: readonly FoundLink[];
  /** Best level among the links. */
  readonly level: MatchLevel | undefined;
  readonly entry: Entry;
  readonly facts: Facts;
  /** For judging; `undefined` for a page without the link and for plain text. */
  readonly surroundings: Surroundings | undefined;
  /** What stands where the page was; only of an answer without the link. */
  readonly wall?: Wall;
}

/** What a page is read from. */
export interface PageInput {
  readonly body: Uint8Array;
  readonly status: number;
  readonly finalUrl: string;
  /** The address that was asked for first, if another one. */
  readonly asked?: string;
  readonly headers: readonly (readonly [string, string])[];
  /** The target as the sender gave it. */
  readonly target: string;
  /** Other spellings of the same page by the owner's map (L6). */
  readonly aliases?: readonly string[];
  /** Milliseconds since 1970: a page may say from when it is not to be found. No date has passed unless told. */
  readonly now?: number;
  /** By which protocols the link was announced: what counts as one is as wide as the widest of them. Pingback unless told. */
  readonly protocols?: readonly Protocol[];
}
