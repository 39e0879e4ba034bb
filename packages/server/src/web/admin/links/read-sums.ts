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
  return { sums, next: last && writePlace(last, query.by) };
}

function writePlace(sum: LinkSum, by: SumQuery['by']): string {
  return `${sum[by]} ${sum.site} ${sum.key}`;
}

/** So many domains of either kind are looked at for a drawing, which shows fewer: what it costs does not grow. */
const DRAWN = 100;

/** The ties of the domains with the most links, either way; `undefined` where there is none. */
export async function readTiePlan({ ledger }: Pick<Store, 'ledger'>, site: string | undefined) {
  const top = (by: SumQuery['by']) => ledger.sums({ site, what: 'domain', by, limit: DRAWN + 1 });
  const [theirs, ours] = await Promise.all([top('live'), top('told')]);
  const sums = new Map([...theirs, ...ours].map((sum) => [`${sum.site} ${sum.key}`, sum]));
  const isCut = (of: readonly LinkSum[]) => of.length > DRAWN;
  if (sums.size === 0) return undefined;
  return {
    plan: planTies([...sums.values()], { theirs: isCut(theirs), ours: isCut(ours) }),
    /** Where the page begins on which a domain that we link to has its first row; `undefined` for the first page. */
    afterOf(domain: string): string | undefined {
      const at = ours.findIndex(({ key }) => key === domain);
      const before = ours[at - (at % ROWS) - 1];
      return before && writePlace(before, 'told');
    },
  };
}

/** Neither a site nor a key has a blank in it. */
function readPlace(text: string | undefined): SumQuery['after'] {
  const [count = '', site = '', key = ''] = (text ?? '').split(' ');
  return /^\d{1,15}$/.test(count) && key !== '' ? { count: Number(count), site, key } : undefined;
}
