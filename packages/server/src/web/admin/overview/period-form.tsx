import type { Child } from 'hono/jsx';
import { useWords } from '../speaking.tsx';
import { PERIODS, type Period } from './period.ts';

interface PeriodProps {
  readonly action: string;
  readonly period: Period;
  /** What tells the site. */
  readonly children?: Child;
}

/** Asks for the same page over other days. */
export function PeriodForm({ action, period, children }: PeriodProps) {
  const { overview } = useWords();
  return (
    <form method="get" action={action} class="filter">
      {children}
      <label>
        {overview.period}
        <select name="days">
          {PERIODS.map((days) => (
            <option value={days} selected={days === period.days}>
              {overview.days(days)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="secondary">
        {overview.show}
      </button>
    </form>
  );
}
