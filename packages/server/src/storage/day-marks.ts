import { startOf } from '../ports/counts.ts';
import type { DayRange } from '../ports/ledger.ts';

/** No link is older than this program's protocols, and none that is asked for lies behind the last year. */
const FIRST = Date.UTC(2000, 0, 1);
const LAST = Date.UTC(2099, 11, 31);

/** The day, month and year of a moment, so that a stretch of years is asked for by a few marks. */
export function dayMarks(letter: string, at: number): readonly string[] {
  const day = new Date(at).toISOString().slice(0, 10);
  return [`${letter}:${day}`, `${letter}:${day.slice(0, 7)}`, `${letter}:${day.slice(0, 4)}`];
}

/** Marks of which every moment of the stretch has one: whole years, then whole months, then the days that are left. */
export function rangeMarks(letter: string, { from, to }: DayRange): readonly string[] {
  const end = to === undefined ? LAST : Math.min(LAST, startOf(to));
  const marks: string[] = [];
  for (let at = Math.max(FIRST, from === undefined ? FIRST : startOf(from)); at <= end; ) {
    const date = new Date(at);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
    const nextYear = Date.UTC(year + 1, 0, 1);
    const nextMonth = Date.UTC(year, month + 1, 1);
    const text = date.toISOString();
    const [length, next] =
      month === 0 && day === 1 && nextYear - 1 <= end + DAY_LEFT
        ? [4, nextYear]
        : day === 1 && nextMonth - 1 <= end + DAY_LEFT
          ? [7, nextMonth]
          : [10, Date.UTC(year, month, day + 1)];
    marks.push(`${letter}:${text.slice(0, length)}`);
    at = next;
  }
  // A stretch that ends before it begins has nothing in it, and a group without marks would let everything through.
  return marks.length > 0 ? marks : [`${letter}:none`];
}

/** `end` is the beginning of the last day, which belongs to the stretch. */
const DAY_LEFT = 86_400_000 - 1;
