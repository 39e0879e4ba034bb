const FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const UNITS = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** A moment as one says it, with the exact one behind it. The server does not know the reader's zone, so it says UTC. */
export function Moment({ at, now }: { at: number; now: number }) {
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(now - at) >= ms) ?? [];
  const full = `${FULL.format(at)} UTC`;
  return (
    <time datetime={new Date(at).toISOString()} title={full}>
      {unit && size ? AGO.format(-Math.round((now - at) / size), unit) : 'just now'}
    </time>
  );
}
