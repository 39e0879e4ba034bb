import type { Child } from 'hono/jsx';
import { type DayRow, totalOf } from './series.ts';

const WIDTH = 600;
const HEIGHT = 160;

/** Bars of the days, what was counted lying on each other. Drawn here, so that it is there without scripts. */
export function Stacked({ rows }: { rows: readonly DayRow[] }) {
  const days = rows.toReversed();
  const most = Math.max(1, ...days.map(({ cells }) => totalOf(cells)));
  const step = WIDTH / days.length;
  const bars = days.flatMap(({ cells }, at) => {
    let below = HEIGHT;
    return cells
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => {
        const height = (count / most) * HEIGHT;
        below -= height;
        return <rect class={`chart-${name}`} x={at * step + step * 0.1} y={below} width={step * 0.8} height={height} />;
      });
  });
  return <Picture>{bars}</Picture>;
}

/** A line through the days that have a share, between 0 and 1. */
export function Line({ shares, series }: { shares: readonly (number | undefined)[]; series: string }) {
  const days = shares.toReversed();
  const step = WIDTH / days.length;
  const points = days.flatMap((share, at) =>
    share === undefined ? [] : [`${(at + 0.5) * step},${HEIGHT - 2 - share * (HEIGHT - 4)}`],
  );
  return (
    <Picture>
      <polyline class={`chart-${series} chart-line`} points={points.join(' ')} />
    </Picture>
  );
}

function Picture({ children }: { children: Child }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** How long a bar is beside the longest of its list. */
export function Bar({ count, most }: { count: number; most: number }) {
  return (
    <svg class="bar-length" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="chart-approved" x="0" y="0" width={(100 * count) / Math.max(most, 1)} height="10" />
    </svg>
  );
}
