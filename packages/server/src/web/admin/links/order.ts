import type { Ledger, LedgerFilter, LedgerRow } from '../../../ports/index.ts';

export const ORDERS = ['newest', 'oldest', 'seen', 'visits', 'domain', 'page'] as const;
export type Order = (typeof ORDERS)[number];

const ROWS = 50;
/** As many are put into another order than their own, which is the only one that a million links are found in at once. */
const MOST_SORTED = 1_000;

const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const COMPARED: Readonly<Record<Exclude<Order, 'newest' | 'oldest'>, (one: LedgerRow, other: LedgerRow) => number>> = {
  seen: (one, other) => other.backlink.lastSeenAt - one.backlink.lastSeenAt,
  visits: (one, other) => other.visits - one.visits,
  domain: (one, other) => text(hostOf(one), hostOf(other)),
  page: (one, other) => text(one.mention.targetKey, other.mention.targetKey),
};

export interface ReadPage {
  readonly rows: readonly LedgerRow[];
  /** What the address of the next page says; `undefined` on the last one. */
  readonly next: string | undefined;
  /** More fit than can be put into the order that was asked for: they stand in their own. */
  readonly isTooMany: boolean;
}

/** One page of the table; `after` as the page before named it. */
export async function readPage(
  ledger: Ledger,
  filter: LedgerFilter,
  order: Order,
  after: string | undefined,
): Promise<ReadPage> {
  const at = /^\d{1,16}$/.test(after ?? '') ? Number(after) : undefined;
  if (order !== 'newest' && order !== 'oldest') {
    const all = await ledger.list(filter, { limit: MOST_SORTED + 1 });
    if (all.length <= MOST_SORTED) {
      const from = at ?? 0;
      const rows = all.toSorted(COMPARED[order]).slice(from, from + ROWS);
      return { rows, next: all.length > from + ROWS ? String(from + ROWS) : undefined, isTooMany: false };
    }
    // A place in another order means nothing here.
    const rows = all.slice(0, ROWS);
    return { rows, next: undefined, isTooMany: true };
  }
  const found = await ledger.list(filter, { after: at, oldestFirst: order === 'oldest', limit: ROWS + 1 });
  const rows = found.slice(0, ROWS);
  return { rows, next: found.length > ROWS ? String(rows.at(-1)?.place) : undefined, isTooMany: false };
}

export function orderOf(asked: string | undefined): Order {
  return ORDERS.find((one) => one === asked) ?? 'newest';
}

function hostOf({ mention }: LedgerRow): string {
  return URL.parse(mention.source)?.hostname ?? '';
}
