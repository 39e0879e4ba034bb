import type { Clock } from '../ports/index.ts';
import type { Step } from './step.ts';

/** Calls back once after `ms`; what it answers cancels that. */
export type Timer = (ms: number, fire: () => void) => () => void;

export interface LoopDeps {
  readonly step: Step;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Hears why a step failed; the loop goes on. */
  readonly onFailure: (error: unknown) => void;
}

export interface Loop {
  /** There may be something to do: a mention was accepted, a job ended. Cheap, and safe at any time. */
  wake(): void;
  /**
   * Begins nothing more and resolves when what was begun has ended. What has not within `drainMs` is given back to the
   * queue; without it there is no limit. Calling twice is fine.
   */
  stop(drainMs?: number): Promise<void>;
}

/** Another process of the store enqueues without a word to this one, so the queue is looked at this often at least. */
const LONGEST_REST_MS = 1_000;
/**
 * After a step that found nothing, not even a wake brings the next one sooner: thousands of mentions a second each wake the
 * loop, and looking at the queue for each of them took more time than accepting them. It also holds off when something
 * seemed due and somebody else was quicker.
 */
const SHORTEST_REST_MS = 10;

/** Repeats the step for as long as it finds something to do, and rests until the next start or the next `wake`. */
export function startLoop({ step, clock, timer, onFailure }: LoopDeps): Loop {
  let stopping = false;
  let woken = false;
  let deaf = false;
  let endRest: (() => void) | undefined;

  function wake(): void {
    woken = true;
    if (!deaf) endRest?.();
  }

  async function rest(ms: number): Promise<void> {
    if (stopping) return;
    await new Promise<void>((resolve) => {
      const cancel = timer(ms, resolve);
      endRest = () => {
        cancel();
        resolve();
      };
    });
    endRest = undefined;
  }

  async function catchBreath(): Promise<void> {
    deaf = true;
    await rest(SHORTEST_REST_MS);
    deaf = false;
  }

  async function turn(): Promise<void> {
    woken = false;
    try {
      if ((await step.begin()) > 0) return;
      await catchBreath();
      const next = woken ? 0 : ((await step.next()) ?? Number.POSITIVE_INFINITY);
      const ms = Math.min(LONGEST_REST_MS, next - clock.now());
      if (ms > 0 && !woken) await rest(ms);
    } catch (error) {
      onFailure(error);
      await catchBreath();
      if (!woken) await rest(LONGEST_REST_MS);
    }
  }

  async function repeat(): Promise<void> {
    while (!stopping) await turn();
    await step.idle();
  }

  /** Twice in a row nothing is begun any more: one turn may be under way when the time is over. */
  async function drain(ms: number): Promise<void> {
    const late = Promise.withResolvers<void>();
    const cancel = timer(ms, late.resolve);
    await Promise.race([ended, late.promise]);
    cancel();
    await step.release();
  }

  const ended = repeat();
  return {
    wake,
    stop(drainMs) {
      stopping = true;
      endRest?.();
      return drainMs === undefined ? ended : drain(drainMs);
    },
  };
}
