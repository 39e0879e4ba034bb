import { MODERATION_STATES, type ModerationState } from '../mention.ts';
import type { TraceStep } from '../trace.ts';

/**
 * What a mention was before its last decision, by its trace; `undefined` when nothing was ever decided. Taking back what
 * was taken back does it again: the two last states change places.
 */
export function stateBefore(trace: readonly TraceStep[]): ModerationState | undefined {
  const states = trace
    .filter(({ step }) => step === 'moderated' || step === 'judged')
    .map(({ outcome }) => MODERATION_STATES.find((state) => state === outcome))
    .filter((state) => state !== undefined);
  const last = states.at(-1);
  if (last === undefined) return undefined;
  const before = states.findLast((state) => state !== last) ?? 'pending';
  return before === last ? undefined : before;
}
