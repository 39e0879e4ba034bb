import { isHearbackError } from '../errors.ts';
import type { BroughtMention, LinkingPage, Store } from '../ports/index.ts';
import type { Found, Skipped } from './brought.ts';
import { countSkip, type ImportCounts, type Skip } from './counts.ts';
import { type PlaceDeps, placed, placedPage } from './placed.ts';
import { createSeenKeys } from './seen-keys.ts';

export interface TakeDeps extends PlaceDeps {
  readonly store: Pick<Store, 'imports' | 'linkingPages'>;
  /** Looks only, and stores nothing. */
  readonly isDry?: boolean | undefined;
  readonly onSkip?: ((skip: Skip) => void) | undefined;
  /** Hears of each page that is to be searched. */
  readonly onLinking?: ((place: string, source: string) => void) | undefined;
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
/** A page that was searched is searched again when it is named after so long: it may have had new links since. */
const SEARCHED_MS = 7 * 24 * 60 * 60_000;

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
  const seen = deps.isDry ? createSeenKeys() : undefined;
  let batch: { readonly mention: BroughtMention; readonly place: string }[] = [];
  let pages: { readonly page: LinkingPage; readonly place: string }[] = [];
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
      const isTwice = seen?.isNew(`${mention.site} ${mention.sourceKey} ${mention.targetKey}`) === false;
      if (fresh[index] && !isTwice) counts.taken[mention.as] += 1;
      else skip(place, 'known', mention.source);
    }
    await keepPages();
    await deps.onProgress?.(counts);
  }

  async function keepPages(): Promise<void> {
    if (pages.length === 0) return;
    const kept = pages;
    pages = [];
    const { linkingPages } = deps.store;
    const now = deps.clock.now();
    const named = kept.map(({ page }) => page);
    const wanted = deps.isDry
      ? await linkingPages.missing(named, now - SEARCHED_MS)
      : await linkingPages.add(named, now, now - SEARCHED_MS);
    for (const [index, { page, place }] of kept.entries()) {
      const isTwice = seen?.isNew(page.id) === false;
      if (!wanted[index] || isTwice) skip(place, 'searched', page.source);
      else {
        counts.linking += 1;
        deps.onLinking?.(place, page.source);
      }
    }
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
      if (!one.ok) skip(one.place, one.why, one.what);
      else if ('linking' in one) {
        const page = await placedPage(one.linking, format, deps);
        if (typeof page === 'string') skip(one.place, page, one.linking);
        else pages.push({ page, place: one.place });
      } else {
        const read = await placed(one.brought, format, deps);
        if (typeof read === 'string') skip(one.place, read, one.brought.source);
        else batch.push({ mention: read, place: one.place });
      }
      if (batch.length + pages.length >= BATCH || untold >= TOLD) await keep();
      if (deps.signal?.aborted) break;
    }
    await keep();
    return deps.signal?.aborted ? 'it was stopped before the end; run it again to go on.' : undefined;
  } catch (error) {
    if (!isHearbackError(error) || error.code !== 'import') throw error;
    await keep();
    return error.message;
  }
}
