import type { Allowances } from '../allowances.ts';
import type { Allowance } from '../ports/index.ts';

/** What the owner has to do with a domain: nothing yet, published something of it, or allows it by a rule. */
export type Standing = 'unknown' | 'known' | 'allowed';

export interface Whom {
  /** Registrable domain, or host and port in networks that the operator opened. */
  readonly domain: string;
  /** Blocks of the addresses that it has; none before they are looked up, or where the operator opened them. */
  readonly blocks: readonly string[];
  readonly standing: Standing;
  /** The page, when this is the first request for it. */
  readonly page: string | undefined;
  /** Part of the numbers that may be used: a page that was looked at before leaves half for the new ones. */
  readonly share: number;
}

type Numbers = Pick<
  Allowances,
  'victimGap' | 'victimPerHour' | 'victimPerDay' | 'blockPerHour' | 'allowedFactor' | 'pageGap'
>;

/** Whether anything would be counted at all: in closed networks and benches nothing is. */
export function isLimited({ victimGap, pageGap, victimPerHour, victimPerDay, blockPerHour }: Numbers): boolean {
  return (
    victimGap > 0 ||
    pageGap > 0 ||
    [victimPerHour, victimPerDay, blockPerHour].some((number) => Number.isFinite(number))
  );
}

/** What leaves two seconds apart arrives 1.99 s apart: more is kept, so that the victim counts two. */
const SLACK_MS = 100;

/**
 * What a request would use up. A domain has its own numbers. Domains that nobody knows share one more with all of their
 * block of addresses: a thousand names that lead to one server are one victim. Known ones do not, or the strangers would
 * use up what there is for the friends on the same host.
 */
export function allowancesFor(
  { domain, blocks, standing, page, share }: Whom,
  numbers: Numbers,
  isHeld: (key: string) => boolean,
): Allowance[] {
  const factor = standing === 'allowed' ? numbers.allowedFactor : 1;
  const gapMs = numbers.victimGap === 0 ? 0 : numbers.victimGap * 1000 + SLACK_MS;
  const part = (most: number) => Math.max(1, Math.floor(most * share));
  const found = [
    {
      key: `domain ${domain}`,
      gapMs,
      perHour: part(numbers.victimPerHour * factor),
      perDay: part(numbers.victimPerDay * factor),
    },
    ...blocks.map((block) => ({
      key: `block ${block}`,
      gapMs,
      perHour: part(numbers.blockPerHour),
      perDay: Number.POSITIVE_INFINITY,
    })),
    ...(standing === 'unknown' ? blocks : []).map((block) => ({
      key: `strangers ${block}`,
      gapMs: 0,
      perHour: part(numbers.victimPerHour),
      perDay: part(numbers.victimPerDay),
    })),
    ...(page === undefined ? [] : [{ key: `page ${page}`, gapMs: numbers.pageGap * 1000, ...NO_NUMBERS }]),
  ];
  return found
    .filter(({ gapMs, perHour, perDay }) => gapMs > 0 || Number.isFinite(perHour) || Number.isFinite(perDay))
    .map((one) => ({ ...one, held: isHeld(one.key) }));
}

const NO_NUMBERS = { perHour: Number.POSITIVE_INFINITY, perDay: Number.POSITIVE_INFINITY };
