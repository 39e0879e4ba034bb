import { setTimeout as pause } from 'node:timers/promises';
import { CLOCK, withHooks } from '../support/hooks.ts';
import type { OutsidePoint, World } from './web.ts';

/** Points in the server that the hook knows; each is come to many times a second under load. */
const INSIDE = ['begun', 'statement', 'before-commit', 'after-commit', 'before-reply', 'reading', 'departed'] as const;
const OUTSIDE: readonly OutsidePoint[] = ['source-asked', 'source-half', 'page-asked', 'telling'];
const HOOK = new URL('./hooks/crash-point.ts', import.meta.url);

const LONGEST_LIFE_MS = 250;
/** A point that is not come to, such as a delivery in a round without one, must not hold up the run. */
const PATIENCE_MS = 2_000;
const MINUTE = 60_000;

/** Where a round ends. */
export interface Plan {
  /** `random`: some milliseconds after the first acknowledgement. */
  readonly point: 'random' | (typeof INSIDE)[number] | OutsidePoint;
  /** How many milliseconds for `random`, else at the how-manieth time. */
  readonly time: number;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Every other round ends at a random moment, the others at the named points in turn. The clock goes on by a minute a
 * round, so that the leases of the round before are over. Every third round writes the log back all the time.
 */
export function planOf(round: number, fraction: () => number): Plan {
  const points = [...INSIDE, ...OUTSIDE];
  const point = round % 2 === 0 ? 'random' : (points[((round - 1) / 2) % points.length] as Plan['point']);
  const time =
    point === 'random' ? fraction() * LONGEST_LIFE_MS : 1 + Math.floor(fraction() * (isOutside(point) ? 3 : 30));
  return {
    point,
    time,
    env: {
      ...withHooks(CLOCK, HOOK),
      CLOCK_OFFSET_MS: String(round * MINUTE),
      ...(round % 3 === 0 && { CHECKPOINT_PAGES: '20' }),
      ...(INSIDE.some((inside) => inside === point) && { CRASH_POINT: point, CRASH_TIME: String(time) }),
    },
  };
}

function isOutside(point: Plan['point']): point is OutsidePoint {
  return OUTSIDE.some((outside) => outside === point);
}

/** Resolves when it is time to kill, unless the hook has done it before. */
export async function untilPoint({ point, time }: Plan, world: World, ended: Promise<unknown>): Promise<void> {
  if (point === 'random') return pause(time);
  const reached = new Promise<void>((resolve) => {
    if (isOutside(point)) world.at(point, time, resolve);
  });
  const patience = new AbortController();
  await Promise.race([reached, ended, pause(PATIENCE_MS, undefined, { signal: patience.signal })]);
  patience.abort();
}
