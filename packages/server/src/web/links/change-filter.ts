import type { SiteDirectory } from '../../pages/directory.ts';
import { isoDay } from '../../ports/counts.ts';
import type { ChangeFilter } from '../../ports/index.ts';
import { REPORTED, REPORTED_PARTS } from '../../report.ts';
import { settingsOf } from '../../site-settings.ts';
import { dayIn, momentIn } from '../../zone.ts';
import { calendarDay, DAY_MS } from '../calendar-day.ts';
import { pageKeyOf } from './page-key.ts';

/** What the address of the list of changes may say. */
const FIELDS = ['site', 'from', 'to', 'kind', 'domain', 'page'] as const;
export type ChangeField = (typeof FIELDS)[number];
export type AskedChanges = Readonly<Partial<Record<ChangeField, string>>>;

export interface ReadChanges {
  /** As it was typed; days that were left out are those of the last week. */
  readonly asked: AskedChanges;
  readonly filter: ChangeFilter;
  readonly wrong: readonly ChangeField[];
  /** By whose clock the days are. */
  readonly zone: string;
}

const LONGEST = 2000;

/** Days are those of the site's own calendar, so that the numbers of its report are found again. */
export function readChanges(
  query: URLSearchParams,
  { directory, now }: { readonly directory: Pick<SiteDirectory, 'byId' | 'resolve'>; readonly now: number },
): ReadChanges {
  const asked: Partial<Record<ChangeField, string>> = {};
  for (const field of FIELDS) {
    const text = (query.get(field) ?? '').trim().slice(0, LONGEST);
    if (text !== '') asked[field] = text;
  }
  const site = asked.site === undefined ? undefined : directory.byId(asked.site);
  const { zone } = settingsOf(site ?? {});
  const today = dayIn(zone, now);
  asked.to ??= isoDay(today);
  asked.from ??= isoDay(today - 6);
  const [from, to] = [calendarDay(asked.from), calendarDay(asked.to)];
  const kind = REPORTED_PARTS.find((one) => one === asked.kind);
  const targetKey = asked.page === undefined ? undefined : pageKeyOf(asked.page, site ?? {}, directory);
  const isDomain = asked.domain === undefined || /^[^\s/]+$/.test(asked.domain);
  const wrong: ChangeField[] = [
    ...(asked.site !== undefined && !site ? (['site'] as const) : []),
    ...(from === undefined ? (['from'] as const) : []),
    ...(to === undefined ? (['to'] as const) : []),
    ...(asked.kind !== undefined && !kind ? (['kind'] as const) : []),
    ...(isDomain ? [] : (['domain'] as const)),
    ...(asked.page !== undefined && targetKey === undefined ? (['page'] as const) : []),
  ];
  return {
    ...{ asked, wrong, zone },
    filter: {
      site: site?.id,
      from: momentIn(zone, (from ?? 0) / DAY_MS),
      to: momentIn(zone, (to ?? 0) / DAY_MS + 1),
      kinds: kind && REPORTED[kind],
      domain: asked.domain?.toLowerCase(),
      targetKey,
    },
  };
}
