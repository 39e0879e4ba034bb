import { dayIn, momentIn } from './zone.ts';

/** How often a site's report of its links is sent. */
export const REPORTS = ['never', 'weekly', 'monthly'] as const;
export type ReportPace = Exclude<(typeof REPORTS)[number], 'never'>;

/** A week from Monday to Sunday, or a month, by the calendar of a time zone. */
export interface Period {
  readonly every: ReportPace;
  /** Days since 1 January 1970, both counted. */
  readonly from: number;
  readonly to: number;
  /** The first moment of it, and the first after it. */
  readonly begins: number;
  readonly ends: number;
}

/** Early enough to be there at breakfast, and before the usual hour of digests, which it would otherwise miss by a day. */
const HOUR = 6;
const DAY_MS = 86_400_000;

const STARTS: Readonly<Record<ReportPace, (day: number) => number>> = {
  // The first day of 1970 was a Thursday.
  weekly: (day) => day - ((day + 3) % 7),
  monthly(day) {
    const date = new Date(day * DAY_MS);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / DAY_MS;
  },
};
const LONGEST: Readonly<Record<ReportPace, number>> = { weekly: 7, monthly: 31 };

/** The one that a day lies in. */
function around(every: ReportPace, zone: string, day: number): Period {
  const from = STARTS[every](day);
  const next = STARTS[every](from + LONGEST[every]);
  return { every, from, to: next - 1, begins: momentIn(zone, from), ends: momentIn(zone, next) };
}

/** The last one that is over. */
function lastPeriod(every: ReportPace, zone: string, now: number): Period {
  return around(every, zone, STARTS[every](dayIn(zone, now)) - 1);
}

/** The one that is not over yet, up to today. */
function runningPeriod(every: ReportPace, zone: string, now: number): Period {
  const today = dayIn(zone, now);
  return { ...around(every, zone, today), to: today, ends: momentIn(zone, today + 1) };
}

/** What one may ask to see at once: the last week or month, or the one that is under way. */
export const PERIODS = ['weekly', 'weekly-now', 'monthly', 'monthly-now'] as const;
export type PeriodChoice = (typeof PERIODS)[number];

export function chosenPeriod(choice: PeriodChoice, zone: string, now: number): Period {
  const every = choice.startsWith('weekly') ? 'weekly' : 'monthly';
  return choice.endsWith('-now') ? runningPeriod(every, zone, now) : lastPeriod(every, zone, now);
}

/** When a period is reported: in the morning after its last day. */
function dueAt({ to }: Pick<Period, 'to'>, zone: string): number {
  return momentIn(zone, to + 1, HOUR);
}

/** The last one that is to be reported by now. */
export function reportable(every: ReportPace, zone: string, now: number): Period {
  const last = lastPeriod(every, zone, now);
  return dueAt(last, zone) <= now ? last : around(every, zone, last.from - 1);
}

/** When there will be another one to report. */
export function nextReport(every: ReportPace, zone: string, now: number): number {
  const last = lastPeriod(every, zone, now);
  const due = dueAt(last, zone);
  return due > now ? due : dueAt(around(every, zone, dayIn(zone, now)), zone);
}

/** `weekly-2026-11-16`: without a dot, which ids of notices must not have. */
export function nameOfPeriod({ every, from }: Pick<Period, 'every' | 'from'>): string {
  return `${every}-${new Date(from * DAY_MS).toISOString().slice(0, 10)}`;
}

export function periodNamed(name: string, zone: string): Period | undefined {
  const [, every, date = ''] = /^(weekly|monthly)-(\d{4}-\d\d-\d\d)$/.exec(name) ?? [];
  const at = Date.parse(`${date}T00:00:00Z`);
  return every === undefined || Number.isNaN(at) ? undefined : around(every as ReportPace, zone, at / DAY_MS);
}
