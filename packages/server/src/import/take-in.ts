import { identity, parseUrl } from '@hearback/protocol';
import { isHearbackError } from '../errors.ts';
import type { Gate } from '../inbound/gate.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { BroughtMention, Clock, Random, Store } from '../ports/index.ts';
import { pageKey } from '../site.ts';
import type { Brought, Found, Skipped } from './brought.ts';
import { countSkip, type ImportCounts, type Skip } from './counts.ts';
import { type Move, movedAddress } from './moved-address.ts';
import { createSeenPairs } from './seen-pairs.ts';

export interface TakeDeps {
  readonly store: Pick<Store, 'imports'>;
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
  /** Looks only, and stores nothing. */
  readonly isDry?: boolean | undefined;
  readonly onSkip?: ((skip: Skip) => void) | undefined;
  /** After each batch that is on disk; the counts are of that and of what came before. */
  readonly onProgress?: ((counts: ImportCounts) => void | Promise<void>) | undefined;
  /** So many of the file were read before, and are in the counts. */
  readonly behind?: number | undefined;
  /** Stops between two batches; what was taken stays taken. */
  readonly signal?: AbortSignal | undefined;
}

/** Mentions of one transaction: others wait for it, and a kill loses no more than the last of these. */
const BATCH = 100;
/** What is only skipped is told of after so many. */
const TOLD = 1000;

/**
 * Takes in what an old place had, and counts what becomes of it into `counts`. Each batch is on disk before the next is
 * read; whoever runs it again takes what is not here yet. Answers what ended it before the end, if anything did.
 */
export async function takeIn(
  found: AsyncIterable<Found>,
  format: string,
  counts: ImportCounts,
  deps: TakeDeps,
): Promise<string | undefined> {
  const seen = deps.isDry ? createSeenPairs() : undefined;
  let batch: { readonly mention: BroughtMention; readonly place: string }[] = [];
  let [untold, passed] = [0, 0];

  function skip(place: string, why: Skipped, what: string): void {
    countSkip(counts, why);
    deps.onSkip?.({ place, why, what: why === 'removed' ? '' : what });
  }

  async function keep(): Promise<void> {
    const kept = batch;
    batch = [];
    untold = 0;
    const fresh = kept.length > 0 ? await stored(kept.map(({ mention }) => mention)) : [];
    for (const [index, { mention, place }] of kept.entries()) {
      const isTwice = seen?.isNew(mention) === false;
      if (fresh[index] && !isTwice) counts.taken[mention.as] += 1;
      else skip(place, 'known', mention.source);
    }
    await deps.onProgress?.(counts);
  }

  function stored(mentions: readonly BroughtMention[]): Promise<readonly boolean[]> {
    const { imports } = deps.store;
    return deps.isDry ? imports.missing(mentions) : imports.take(mentions, deps.clock.now());
  }

  try {
    for await (const one of found) {
      if (passed < (deps.behind ?? 0)) {
        passed += 1;
        continue;
      }
      counts.read += 1;
      untold += 1;
      if (one.ok) {
        const read = await placed(one.brought, format, deps);
        if (typeof read === 'string') skip(one.place, read, one.brought.source);
        else batch.push({ mention: read, place: one.place });
      } else skip(one.place, one.why, one.what);
      if (batch.length >= BATCH || untold >= TOLD) await keep();
      if (deps.signal?.aborted) break;
    }
    await keep();
    return deps.signal?.aborted ? 'it was stopped before the end; run it again to go on' : undefined;
  } catch (error) {
    if (!isHearbackError(error) || error.code !== 'import') throw error;
    await keep();
    return error.message;
  }
}

/** The mention as it is stored, or why it is none of ours. */
async function placed(brought: Brought, format: string, deps: TakeDeps): Promise<BroughtMention | Skipped> {
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
    reason: REASONS[as](foreignId === '' ? format : `${format}, number ${foreignId} there`),
  };
}

const REASONS: Readonly<Record<Brought['as'], (where: string) => string>> = {
  approved: (where) => `It was public at the old place (${where}), so it is approved here.`,
  pending: (where) => `It waited for a decision at the old place (${where}), so it waits for yours.`,
  named: (where) => `It was named in a list of links (${where}).`,
};
