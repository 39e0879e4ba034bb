import type { LinkSum, Store, SumQuery } from '../../../ports/index.ts';

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

/** Neither a site nor a key has a blank in it. */
function readPlace(text: string | undefined): SumQuery['after'] {
  const [count = '', site = '', key = ''] = (text ?? '').split(' ');
  return /^\d{1,15}$/.test(count) && key !== '' ? { count: Number(count), site, key } : undefined;
}
