const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Making one takes longer than asking it a thousand times; there are some hundred zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[\w+/-]{1,60}$/.test(name);
  } catch {
    return false;
  }
}

/** The day that the calendar on that wall shows, counted from 1 January 1970. */
export function dayIn(zone: string, at: number): number {
  return Math.floor(hoursIn(zone, at) / 24);
}

/**
 * The first moment at which that wall shows this hour of this day, or a later one: some hours do not exist, because the
 * clocks go forward, and some come twice.
 */
export function momentIn(zone: string, day: number, hour = 0): number {
  const wanted = day * 24 + hour;
  // No zone is further off than this, and all are off by whole minutes.
  let [before, after] = [day * DAY_MS - 15 * HOUR_MS, day * DAY_MS + (hour + 15) * HOUR_MS];
  while (after - before > 60_000) {
    const middle = before + Math.round((after - before) / 120_000) * 60_000;
    if (hoursIn(zone, middle) < wanted) before = middle;
    else after = middle;
  }
  return after;
}

/** Hours on that wall since the beginning of 1970. */
function hoursIn(zone: string, at: number): number {
  const of: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) of[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0 } = of;
  return Date.UTC(year, month - 1, day, hour) / HOUR_MS;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const;
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', calendar: 'gregory', ...numeric });
  clocks.set(zone, clock);
  return clock;
}
