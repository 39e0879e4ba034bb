import { identity, parseUrl } from '@hearback/protocol';
import type { Gate } from '../inbound/gate.ts';
import { pairHash } from '../inbound/pair-hash.ts';
import type { OwnTarget } from '../pages/directory.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { BroughtMention, Clock, LinkingPage, Random } from '../ports/index.ts';
import { pageKey, type Site } from '../site.ts';
import type { Brought, Skipped } from './brought.ts';
import { type Move, movedAddress } from './moved-address.ts';

export interface PlaceDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly resolve: Resolve;
  /** Sites whose mentions are wanted; all unless given. */
  readonly sites?: readonly string[] | undefined;
  readonly gate: Gate;
  /** Why a source would never be asked, by its address alone. */
  readonly refusesSource: (url: URL) => string | undefined;
  readonly victimOf: (url: URL) => string;
  readonly moves?: readonly Move[] | undefined;
}

/** The mention as it is stored, or why it is none of ours. */
export async function placed(
  brought: Brought,
  format: string,
  deps: PlaceDeps,
  reasonOf: (brought: Brought, format: string) => string = saidReason,
): Promise<BroughtMention | Skipped> {
  const { source, protocol, as, entry, foreignId } = brought;
  const from = parseUrl(source);
  const to = parseUrl(movedAddress(brought.target, deps.moves ?? []));
  if (!from.ok || !to.ok) return 'unreadable';
  const own = await deps.resolve(to.url);
  if (!own || (deps.sites && !deps.sites.includes(own.site.id))) return 'foreign';
  // A page that takes nothing new has what it took before.
  if (own.state === 'gone' || own.state === 'unknown') return own.state;
  if (pageKey(from.url) === own.key) return 'self';
  if (await deps.gate.suppresses({ source: from.url.href, author: entry.author })) return 'removed';
  if (deps.refusesSource(from.url) !== undefined) return 'unreadable';
  if ((await deps.gate.refuses(from.url, own)) !== undefined) return 'blocked';
  const now = deps.clock.now();
  const published = Date.parse(entry.published);
  return {
    id: deps.random.id(),
    site: own.site.id,
    source: from.url.href,
    target: to.url.href,
    sourceKey: identity(from.url),
    targetKey: own.key,
    protocol,
    as,
    receivedAt: Math.min(brought.receivedAt ?? (Number.isNaN(published) ? now : published), now),
    entry,
    format,
    foreignId,
    group: deps.victimOf(from.url),
    reason: reasonOf(brought, format),
  };
}

/**
 * The page as it waits to be searched, or why it is not asked for. It is the same page for whichever site it is named: one
 * look finds the links to all of them, and would otherwise be taken once for each.
 */
export async function placedPage(
  source: string,
  format: string,
  deps: Omit<PlaceDeps, 'clock' | 'random' | 'sites'>,
): Promise<LinkingPage | Skipped> {
  const from = parseUrl(source);
  if (!from.ok) return 'unreadable';
  const { href } = from.url;
  const own = await deps.resolve(from.url);
  if (own) return 'own';
  if (await deps.gate.suppresses({ source: href })) return 'removed';
  if (deps.refusesSource(from.url) !== undefined) return 'unreadable';
  const id = await pairHash({ site: '', sourceKey: identity(from.url), targetKey: '' });
  return { id, source: href, format, group: deps.victimOf(from.url) };
}

/** Whether each of these sites turns the page away, so that no link on it could be taken. */
export async function isBlockedByAll(source: URL, sites: readonly Site[], gate: Gate): Promise<boolean> {
  for (const site of sites) {
    const anywhere: OwnTarget = { site, key: '', page: undefined, state: 'open' };
    if ((await gate.refuses(source, anywhere)) === undefined) return false;
  }
  return sites.length > 0;
}

const REASONS: Readonly<Record<Brought['as'], (where: string) => string>> = {
  approved: (where) => `It was public at the old place (${where}), so it is approved here.`,
  pending: (where) => `It waited for a decision at the old place (${where}), so it waits for yours.`,
  named: (where) => `It was named in a list of links (${where}).`,
};

function saidReason({ as, foreignId }: Brought, format: string): string {
  return REASONS[as](foreignId === '' ? format : `${format}, number ${foreignId} there`);
}
