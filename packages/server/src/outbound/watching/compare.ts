import type { ListedPage, Listing } from '../../pages/listing.ts';
import type { Listings, WatchedPage } from '../../ports/index.ts';
import { liesUnder, pageKey, rootOf, type Site } from '../../site.ts';
import { inSlices, othersFirst } from '../../slices.ts';
import { postName } from '../post-url.ts';

/** Which pages are told that were there before anybody watched. */
export type Past = 'known' | 'all' | { readonly since: number };

export interface Comparing {
  readonly now: number;
  /** Nothing is known of this listing: its pages are the past, and what is known of them is from another listing. */
  readonly isFirst: boolean;
  /** What the owner asks of the past, at a first look or now otherwise than before; `undefined`: nothing. */
  readonly past: Past | undefined;
}

export interface Compared {
  readonly added: number;
  readonly changed: number;
  readonly left: number;
  /** Why pages of the listing are no posts, one sentence each; the first few. */
  readonly remarks: readonly string[];
}

const CHUNK = 500;
const MOST_REMARKS = 3;
/** A date in the future is a post that is to appear then; what is farther off is the day of an event, or a mistake. */
const MAX_AHEAD_MS = 7 * 86_400_000;
/** That so many pages end at once is a listing that broke. They are asked for when they left again. */
const MOST_LEFT = 1_000;

/**
 * Compares a listing with what is known of it and writes down what is to be announced: pages that are new or have another
 * mark, and those that left. Rows are read and written in pieces, so that fifty thousand pages neither fill the memory nor
 * hold up the store. Each row is right by itself: what a killed process has not written, the next look finds again.
 */
export async function compare(
  listings: Pick<Listings, 'pages' | 'save'>,
  site: Site,
  listing: Extract<Listing, { ok: true }>,
  { now, isFirst, past }: Comparing,
): Promise<Compared> {
  const counts = { added: 0, changed: 0, left: 0 };
  const remarks: string[] = [];
  const pages = await ownPages(site, listing.pages);
  let rows: WatchedPage[] = [];

  async function write(row: WatchedPage): Promise<void> {
    rows.push(row);
    if (rows.length >= CHUNK) await flush();
  }
  async function flush(): Promise<void> {
    if (rows.length > 0) await listings.save(site.id, rows);
    rows = [];
  }
  async function versionOf(
    page: ListedPage,
  ): Promise<{ readonly isPost: boolean; readonly version: string | undefined }> {
    const read = await page.read?.();
    if (read?.ok === false && remarks.length < MOST_REMARKS) remarks.push(read.reason);
    return read?.ok === false ? { isPost: false, version: undefined } : { isPost: true, version: read?.version };
  }

  async function known(row: WatchedPage, page: ListedPage): Promise<void> {
    const asked = past !== undefined && isWanted(page, past);
    if (row.listed && row.mark === page.mark && !asked) return;
    const back = { ...row, listed: true, mark: page.mark ?? row.mark, tries: 0 };
    const { isPost, version } = await versionOf(page);
    const isChanged =
      version === undefined ? row.mark !== undefined && page.mark !== undefined : version !== row.version;
    // Known from before there were marks: what it is now is taken for what was told.
    const isOld = isFirst || (row.mark === undefined && row.version === undefined);
    const isSame = row.mark === page.mark || !isChanged || isOld;
    if (isPost && (asked || !isSame)) {
      counts.changed += 1;
      await write({ ...back, version, dueAt: now });
    } else await write({ ...back, version, dueAt: row.listed && isPost ? row.dueAt : undefined });
  }

  async function fresh(key: string, page: ListedPage): Promise<void> {
    const { isPost, version } = await versionOf(page);
    const isDue = isPost && isWanted(page, isFirst ? (past ?? 'known') : 'all');
    if (isDue) counts.added += 1;
    const isAhead = listing.kind === 'feed' && (page.published ?? now) < now + MAX_AHEAD_MS;
    const appears = isAhead ? (page.published ?? now) : now;
    const dueAt = isDue ? Math.max(now, appears) : undefined;
    await write({ key, url: page.url, mark: page.mark, version, listed: true, dueAt, tries: 0 });
  }

  for (let after = ''; ; await othersFirst()) {
    const chunk = await listings.pages(site.id, after, CHUNK);
    for (const row of chunk) {
      const page = pages.get(row.key);
      pages.delete(row.key);
      if (page) await known(row, page);
      else if (row.listed) {
        counts.left += 1;
        const isAsked = !isFirst && counts.left <= MOST_LEFT;
        await write({ ...row, listed: false, dueAt: isAsked ? now : undefined, tries: 0 });
      }
    }
    const last = chunk.at(-1);
    if (last === undefined) break;
    after = last.key;
  }
  await inSlices(pages, ([key, page]) => fresh(key, page));
  await flush();
  if (counts.left > MOST_LEFT && !isFirst)
    remarks.push(`Only the first ${MOST_LEFT} of those that left are asked whether they are gone.`);
  return { ...counts, remarks };
}

/** By name, the oldest first, so that they are announced in the order in which they appeared. */
async function ownPages(site: Site, listed: readonly ListedPage[]): Promise<Map<string, ListedPage>> {
  const root = rootOf(site);
  const pages = new Map<string, ListedPage>();
  // Each address is taken apart once: fifty thousand take the processor half a second as it is.
  const sorted = listed.toSorted((a, b) => (a.published ?? 0) - (b.published ?? 0));
  await inSlices(sorted, (page) => {
    const key = pageKey(page.url);
    if (liesUnder(root, key)) pages.set(postName(key), page);
  });
  return pages;
}

function isWanted({ published }: ListedPage, past: Past): boolean {
  if (typeof past === 'string') return past === 'all';
  return published !== undefined && published >= past.since;
}
