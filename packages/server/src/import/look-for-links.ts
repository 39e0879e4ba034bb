import type { Http } from '@hearback/protocol';
import { fetchSource } from '../inbound/verification.ts';
import { wallReason } from '../inbound/wall-words.ts';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import { readLinkingSubject } from '../linking-subject.ts';
import type { BroughtMention, LinkingPage, PageReader, Searched, Store } from '../ports/index.ts';
import type { Site } from '../site.ts';
import { type Brought, type Skipped, skippedWords } from './brought.ts';
import { entryOf } from './entry.ts';
import { isBlockedByAll, type PlaceDeps, placed, placedPage } from './placed.ts';

export interface LookForLinksDeps extends Omit<PlaceDeps, 'sites' | 'moves'> {
  readonly store: Pick<Store, 'imports' | 'linkingPages'>;
  /** For what was brought from elsewhere: it leaves room for what is announced now. */
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly sites: () => readonly Site[];
  /** Told when mentions came in. */
  readonly onWork: () => void;
}

/** Addresses of ours that one page is searched for; an archive that links to all posts of a blog has more. */
const MOST_ADDRESSES = 1000;
/** Pages of ours that one page can bring links to. */
const MOST_LINKS = 100;
/** So many sites may each turn a page away for all that it can be told before it is fetched. */
const MOST_ASKED = 20;
/** Visitors and search engines tell of such links, and nobody announced them. */
const PROTOCOL = 'refback';
const PROTOCOLS = [PROTOCOL] as const;

/**
 * Does the `verify` jobs about pages that are said to link here: fetches the page once and takes each link to a site of ours
 * in like one that a list names. Each is then verified, judged and held like anything else, from the same copy of the page
 * while that is at hand. Doing it twice takes nothing twice.
 */
export function createLookForLinks(deps: LookForLinksDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock, random } = deps;
  return async (job) => {
    const id = readLinkingSubject(job.subject);
    const page = id === undefined ? undefined : await store.linkingPages.byId(id);
    if (!page) return { outcome: 'done' };
    const seen = await search(deps, page);
    if (seen === 'removed') await store.linkingPages.remove(page.id);
    else if ('waitMs' in seen) {
      return { outcome: 'later', at: clock.now() + seen.waitMs, reason: seen.reason, keepAttempts: false };
    } else if ('retryAfterMs' in seen) {
      const planned = retryAt(job.attempts, clock.now(), random);
      if (planned !== undefined)
        return { outcome: 'later', at: Math.max(planned, clock.now() + seen.retryAfterMs), reason: seen.reason };
      await store.linkingPages.searched(page.id, clock.now(), nothing(seen.reason));
    } else await store.linkingPages.searched(page.id, clock.now(), seen);
    return { outcome: 'done' };
  };
}

type Seen =
  | Searched
  /** Its host is not to be asked for a while; no attempt. */
  | { readonly waitMs: number; readonly reason: string }
  | { readonly retryAfterMs: number; readonly reason: string }
  | 'removed';

function nothing(reason: string): Searched {
  return { links: 0, fresh: 0, reason };
}

async function search(deps: LookForLinksDeps, page: LinkingPage): Promise<Seen> {
  const asked = await refusal(deps, page);
  if (asked !== undefined) return asked;
  let waitMs: number | undefined;
  const http: Http = {
    async request(request) {
      const reply = await deps.http.request(request);
      waitMs = !reply.ok && reply.kind === 'waiting' ? (reply.waitMs ?? 0) : undefined;
      return reply;
    },
  };
  const fetched = await fetchSource(http, page.source, PROTOCOLS);
  if ('result' in fetched) {
    if (waitMs !== undefined) return { waitMs, reason: fetched.reason };
    const isWorthIt = fetched.result === 'later' && fetched.retry;
    if (!isWorthIt) return nothing(fetched.reason);
    return { retryAfterMs: fetched.retryAfterMs ?? 0, reason: fetched.reason };
  }
  const { status, body, headers, finalUrl, truncated } = fetched.reply;
  if (await deps.resolve(new URL(finalUrl))) return nothing('It leads to a page of one of your own sites.');
  const sites = deps.sites();
  const given = { body, headers, finalUrl, protocols: PROTOCOLS };
  const read = await deps.reader.read('ownLinks', { ...given, hosts: hostsOf(sites), most: MOST_ADDRESSES });
  if (!read.ok) return nothing(read.reason);
  const { addresses, complete } = read.reading;
  if (addresses.length === 0) {
    const target = sites[0]?.url ?? '';
    const whole = await deps.reader.read('page', { ...given, status, target, asked: fetched.url });
    const wall = whole.ok ? whole.reading.wall : undefined;
    if (wall?.kind === 'maintenance') return { retryAfterMs: 0, reason: wallReason(wall, status) };
    if (wall) return nothing(wallReason(wall, status));
  }
  return take(deps, page, addresses, complete && !truncated);
}

/** What is known of it without asking: since it was listed the owner may have decided. */
async function refusal(deps: LookForLinksDeps, page: LinkingPage): Promise<Searched | 'removed' | undefined> {
  const { gate } = deps;
  const again = await placedPage(page.source, page.format, deps);
  if (again === 'removed') return 'removed';
  if (again === 'own') return nothing('It is a page of one of your own sites.');
  if (typeof again === 'string') return nothing('It is nothing that would ever be asked for.');
  const sites = deps.sites();
  const isAsked = sites.length <= MOST_ASKED && (await isBlockedByAll(new URL(page.source), sites, gate));
  return isAsked ? nothing('Your rules and lists turn it away, so it was not asked for.') : undefined;
}

function hostsOf(sites: readonly Site[]): readonly string[] {
  return [...new Set(sites.map(({ url }) => new URL(url).origin))];
}

const REASON = 'It was found on a page that a list of linking pages names; nobody announced it.';

async function take(
  deps: LookForLinksDeps,
  page: LinkingPage,
  addresses: readonly string[],
  isWhole: boolean,
): Promise<Searched> {
  const { store, clock } = deps;
  const placing = { ...deps, moves: [], sites: undefined };
  const found = new Map<string, BroughtMention>();
  const refused = new Map<Skipped, number>();
  for (const address of addresses) {
    if (found.size === MOST_LINKS) break;
    const target = await ownAddress(deps, address);
    const one = await placed(named(page.source, target), page.format, placing, () => REASON);
    if (typeof one === 'string') refused.set(one, (refused.get(one) ?? 0) + 1);
    else if (!found.has(`${one.site} ${one.targetKey}`)) found.set(`${one.site} ${one.targetKey}`, one);
  }
  const mentions = [...found.values()];
  const fresh = mentions.length > 0 ? await store.imports.take(mentions, clock.now()) : [];
  if (fresh.includes(true)) deps.onWork();
  const isAll = isWhole && found.size < MOST_LINKS;
  const counts = { links: mentions.length, fresh: fresh.filter(Boolean).length };
  return { ...counts, reason: sentence(counts, refused, isAll) };
}

/** With the `www.` that the site has, or without the one that it has not: no rung of the ladder minds. */
async function ownAddress({ resolve }: LookForLinksDeps, address: string): Promise<string> {
  const url = new URL(address);
  if (await resolve(url)) return address;
  url.hostname = url.hostname.startsWith('www.') ? url.hostname.slice('www.'.length) : `www.${url.hostname}`;
  return (await resolve(url)) ? url.href : address;
}

function named(source: string, target: string): Brought {
  const said = { source, target, protocol: PROTOCOL, as: 'named', receivedAt: undefined, foreignId: '' } as const;
  return { ...said, entry: entryOf({}) };
}

function sentence(
  { links, fresh }: Pick<Searched, 'links' | 'fresh'>,
  refused: ReadonlyMap<Skipped, number>,
  isAll: boolean,
): string {
  const left = [...refused].map(([why, n]) => skippedWords(why, n));
  const parts = [
    links > 0 ? `It links to ${links} of your pages, ${howNew(links, fresh)}.` : 'It has no link to your pages.',
    left.length > 0 && `Left out: ${left.join(', ')}.`,
    !isAll && 'It was not read to its end, or has more links than are taken.',
  ];
  return parts.filter((part) => part !== false).join(' ');
}

function howNew(links: number, fresh: number): string {
  if (links === 1) return fresh === 1 ? 'and this link is new' : 'and this link was known';
  if (fresh === 0) return 'none of these links is new';
  return `${fresh} of these links ${fresh === 1 ? 'is' : 'are'} new`;
}
