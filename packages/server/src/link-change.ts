import { identity } from '@hearback/protocol';
import type { Backlink } from './backlink.ts';

/**
 * What can happen to a link. `link-removed` and `page-gone` are first looks without it, `link-lost` is the second one;
 * `link-returned` comes after the first, `recovered` after the second. `unreachable` and `reachable` are about outages and
 * walls, which say nothing of the link.
 */
export const LINK_CHANGES = [
  'first-seen',
  'link-removed',
  'page-gone',
  'link-returned',
  'link-lost',
  'recovered',
  'unreachable',
  'reachable',
  'rel-changed',
  'anchor-changed',
  'place-changed',
  'became-noindex',
  'became-indexable',
  'robots-changed',
  'canonical-changed',
  'redirected',
  'status-changed',
] as const;
export type LinkChangeKind = (typeof LINK_CHANGES)[number];

/** One change, as two looks in a row make it. */
export interface Change {
  readonly kind: LinkChangeKind;
  /** `''` where there is nothing to say, or was nothing. */
  readonly was: string;
  readonly became: string;
}

/** A change that was written down. */
export interface LinkChange extends Change {
  readonly mention: string;
  readonly at: number;
  /** The check that saw it, by its place in the mention's trace; `undefined` for what an older version kept. */
  readonly step: number | undefined;
}

/** One of the history of a mention. */
export interface NumberedChange extends LinkChange {
  /** Counted from 1. */
  readonly place: number;
}

/** What is compared of two looks. */
export type Looked = Pick<
  Backlink,
  | 'link'
  | 'missingSince'
  | 'outage'
  | 'anchor'
  | 'rel'
  | 'place'
  | 'status'
  | 'finalUrl'
  | 'canonical'
  | 'noindex'
  | 'robots'
>;

const GONE = [404, 410];

/** What happened between two looks at one link; `before` is `undefined` for a link that was never seen. */
export function changes(before: Looked | undefined, after: Looked): readonly Change[] {
  if (before === undefined) return [{ kind: 'first-seen', was: '', became: '' }];
  const found = [ofState(before, after), ...ofFacts(before, after)];
  return found.filter((change) => change !== undefined);
}

/** At most one: a page that went away and came back has one story and not two. */
function ofState(before: Looked, after: Looked): Change | undefined {
  const [was, became] = [statusText(before), statusText(after)];
  if (after.link === 'lost')
    return before.link === 'lost' ? ofStatus(before, after) : { kind: 'link-lost', was, became };
  if (before.link === 'lost') return { kind: 'recovered', was, became };
  if (before.missingSince === undefined && after.missingSince !== undefined)
    return { kind: GONE.includes(after.status) ? 'page-gone' : 'link-removed', was, became };
  if (before.missingSince !== undefined && after.missingSince === undefined)
    return { kind: 'link-returned', was, became };
  if (before.outage === '' && after.outage !== '') return { kind: 'unreachable', was, became: after.outage };
  if (before.outage !== '' && after.outage === '') return { kind: 'reachable', was: before.outage, became };
  return ofStatus(before, after);
}

/** What stood before a page may have changed as well: another status, another wall. */
function ofStatus(before: Looked, after: Looked): Change | undefined {
  const [was, became] = [before.outage || statusText(before), after.outage || statusText(after)];
  return was === became || was === '' ? undefined : { kind: 'status-changed', was, became };
}

function statusText({ status }: Looked): string {
  return status === 0 ? '' : String(status);
}

function ofFacts(before: Looked, after: Looked): readonly (Change | undefined)[] {
  const isIndexed = (look: Looked) => look.noindex === '';
  const index =
    isIndexed(before) === isIndexed(after)
      ? changed('robots-changed', before.robots, after.robots)
      : changed(isIndexed(after) ? 'became-indexable' : 'became-noindex', before.noindex, after.noindex);
  return [
    changed('rel-changed', before.rel.join(' '), after.rel.join(' '), sorted),
    changed('anchor-changed', before.anchor, after.anchor),
    // Where it was is not known of what an older version kept.
    before.place === '' ? undefined : changed('place-changed', before.place, after.place),
    index,
    changed('canonical-changed', before.canonical, after.canonical, identity),
    before.finalUrl === '' ? undefined : changed('redirected', before.finalUrl, after.finalUrl, identity),
  ];
}

function sorted(rel: string): string {
  return rel.split(' ').sort().join(' ');
}

function changed(
  kind: LinkChangeKind,
  was: string,
  became: string,
  same: (text: string) => string = (text) => text,
): Change | undefined {
  return same(was) === same(became) ? undefined : { kind, was, became };
}
