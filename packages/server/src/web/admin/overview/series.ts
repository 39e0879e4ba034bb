import { isoDay } from '../../../ports/counts.ts';
import type { Counts } from '../../../ports/index.ts';
import { daysOf, type Period } from './period.ts';

export interface Cell {
  readonly name: string;
  readonly count: number;
  readonly href: string;
}

export interface DayRow {
  readonly day: number;
  readonly cells: readonly Cell[];
}

/** One row a day, the newest first, with a cell for each name; and a last one for all days. */
export interface Series {
  readonly rows: readonly DayRow[];
  readonly totals: readonly Cell[];
}

type Counted = Awaited<ReturnType<Counts['daily']>>;
/** The list behind a number, of these days. */
export type Linker = (name: string, from: string, to: string) => string;

export function seriesOf(counted: Counted, names: readonly string[], period: Period, link: Linker): Series {
  const known = new Map(counted.map(({ day, key, count }) => [`${day} ${key}`, count]));
  const days = daysOf(period);
  const rows = days.map((day) => ({
    day,
    cells: names.map((name) => ({
      name,
      count: known.get(`${day} ${name}`) ?? 0,
      href: link(name, isoDay(day), isoDay(day)),
    })),
  }));
  const totals = names.map((name, at) => ({
    name,
    count: rows.reduce((sum, { cells }) => sum + (cells[at]?.count ?? 0), 0),
    href: link(name, isoDay(period.from), isoDay(period.to)),
  }));
  return { rows, totals };
}

export function totalOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

const DECIDABLE = ['approved', 'pending', 'rejected', 'spam'];

/** Spam among what asked for a decision, from 0 to 1; `undefined` when nothing did. */
export function spamShare(cells: readonly Cell[]): number | undefined {
  const all = totalOf(cells.filter(({ name }) => DECIDABLE.includes(name)));
  return all === 0 ? undefined : (cells.find(({ name }) => name === 'spam')?.count ?? 0) / all;
}
