export const DAY_MS = 24 * 60 * 60_000;

/** When a day of the calendar begins (UTC), written as `<input type=date>` does; `undefined` for what is none, like 2026-02-31. */
export function calendarDay(text: string): number | undefined {
  const start = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const isReal = !Number.isNaN(start) && new Date(start).toISOString().startsWith(text);
  return isReal && start >= 0 ? start : undefined;
}
