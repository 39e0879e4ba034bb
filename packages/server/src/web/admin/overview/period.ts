import { dayOf } from '../../../ports/counts.ts';

export const PERIODS = [7, 30, 90] as const;
const USUAL = 30;

/** The days that are shown, and of which site. */
export interface Period {
  readonly days: number;
  /** Days since the epoch, both counted. */
  readonly from: number;
  readonly to: number;
  /** `undefined` for all that the visitor reaches. */
  readonly site: string | undefined;
}

export function periodOf(days: string | undefined, site: string | undefined, now: number): Period {
  const asked = PERIODS.find((one) => String(one) === days) ?? USUAL;
  const to = dayOf(now);
  return { days: asked, from: to - asked + 1, to, site };
}

/** The newest first, as a list has them. */
export function daysOf({ days, to }: Period): readonly number[] {
  return Array.from({ length: days }, (_, back) => to - back);
}

/** The list that a number counts. */
export function listOf(
  path: 'inbox' | 'deliveries' | 'refused',
  fields: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  const query = new URLSearchParams(given).toString();
  return query === '' ? `/admin/${path}` : `/admin/${path}?${query}`;
}
