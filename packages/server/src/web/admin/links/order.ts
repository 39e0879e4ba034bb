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

/** Counting on would take longer than making the page. */
export const COUNT_UP_TO = 10_000;

export interface ReadPage {
  /** How many fit, counted up to `COUNT_UP_TO`. */
  readonly count: number;
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
  const countAll = () => ledger.count(filter, COUNT_UP_TO);
  if (order === 'newest' || order === 'oldest') {
    const found = await ledger.list(filter, { after: at, oldestFirst: order === 'oldest', limit: ROWS + 1 });
    const rows = found.slice(0, ROWS);
    const isAll = at === undefined && found.length <= ROWS;
    const next = found.length > ROWS ? String(rows.at(-1)?.place) : undefined;
    return { rows, next, isTooMany: false, count: isAll ? rows.length : await countAll() };
  }
  const count = await countAll();
  if (count > MOST_SORTED) {
    // A place in another order means nothing here.
    return { rows: await ledger.list(filter, { limit: ROWS }), next: undefined, isTooMany: true, count };
  }
  const all = await ledger.list(filter, { limit: MOST_SORTED });
  const from = at ?? 0;
  const rows = all.toSorted(COMPARED[order]).slice(from, from + ROWS);
  return { rows, next: all.length > from + ROWS ? String(from + ROWS) : undefined, isTooMany: false, count };
}

export function orderOf(asked: string | undefined): Order {
  return ORDERS.find((one) => one === asked) ?? 'newest';
}

function hostOf({ mention }: LedgerRow): string {
  return URL.parse(mention.source)?.hostname ?? '';
}
