import type { LinkSum, Store, SumQuery } from '../../../ports/index.ts';
import { planTies } from './tie-plan.ts';

const ROWS = 50;

/** One page of sums; `after` as the page before named it. */
export async function readSums(
  { ledger }: Pick<Store, 'ledger'>,
  query: Omit<SumQuery, 'after' | 'limit'>,
  after: string | undefined,
): Promise<{ readonly sums: readonly LinkSum[]; readonly next: string | undefined }> {
  const found = await ledger.sums({ ...query, after: readPlace(after), limit: ROWS + 1 });
  const sums = found.slice(0, ROWS);
  const last = found.length > ROWS ? sums.at(-1) : undefined;
  return { sums, next: last && `${last[query.by]} ${last.site} ${last.key}` };
}

/** So many domains of either kind are looked at for a drawing, which shows fewer: what it costs does not grow. */
const DRAWN = 100;

/** The ties of the domains with the most links, either way; `undefined` where there is none. */
export async function readTiePlan({ ledger }: Pick<Store, 'ledger'>, site: string | undefined) {
  const [theirs, ours] = await Promise.all(
    (['live', 'told'] as const).map((by) => ledger.sums({ site, what: 'domain', by, limit: DRAWN + 1 })),
  );
  const sums = new Map([...(theirs ?? []), ...(ours ?? [])].map((sum) => [`${sum.site} ${sum.key}`, sum]));
  const isCut = (of: readonly LinkSum[] | undefined) => (of?.length ?? 0) > DRAWN;
  return sums.size === 0 ? undefined : planTies([...sums.values()], { theirs: isCut(theirs), ours: isCut(ours) });
}

/** Neither a site nor a key has a blank in it. */
function readPlace(text: string | undefined): SumQuery['after'] {
  const [count = '', site = '', key = ''] = (text ?? '').split(' ');
  return /^\d{1,15}$/.test(count) && key !== '' ? { count: Number(count), site, key } : undefined;
}
