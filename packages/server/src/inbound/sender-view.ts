import { isPublic, type LinkState, type Mention } from '../mention.ts';
import type { SenderReason } from '../sender-reason.ts';
import type { TraceStep } from '../trace.ts';
import type { Verification } from './verification.ts';

/** One dated step, without words. */
export interface SenderStep {
  readonly at: number;
  readonly step: 'received' | 'verified' | 'moderated';
  readonly outcome: SenderReason | 'received' | 'linked';
}

export interface SenderView {
  readonly reason: SenderReason;
  readonly steps: readonly SenderStep[];
}

/** Longer than any try takes, with all its redirects and deadlines, and most of the waiting for a turn. */
export const UNREAD_AFTER_MS = 3_600_000;

/** What the last look came to; an outage is told apart by whether anything answered. */
const BY_RESULT = {
  linked: 'review',
  unchanged: 'review',
  unlinked: 'no-link',
  gone: 'gone',
  unread: 'no-page',
  later: 'unread',
} as const satisfies Record<Verification['result'], SenderReason>;

/** Where the trace is not kept that long; of one that was lost before it was announced, as of one that never was there. */
const BY_LINK = {
  unverified: 'unread',
  live: 'review',
  absent: 'no-link',
  unreachable: 'unread',
  lost: 'no-link',
} as const satisfies Record<LinkState, SenderReason>;

/** What its sender is told of a mention. */
export function senderView(mention: Mention, trace: readonly TraceStep[], now: number): SenderView {
  const { lastReceivedAt, checkedAt = 0 } = mention;
  if (isPublic(mention)) {
    const steps: readonly SenderStep[] = [
      { at: checkedAt, step: 'verified', outcome: 'linked' },
      { at: mention.publicAt ?? checkedAt, step: 'moderated', outcome: 'published' },
    ];
    // What was before belongs to another announcement, perhaps somebody else's.
    const since = steps.filter(({ at }) => at >= lastReceivedAt).sort((a, b) => a.at - b.at);
    return { reason: 'published', steps: [received(lastReceivedAt), ...since] };
  }
  const reason = checkedAt < lastReceivedAt ? 'unread' : found(mention, trace);
  if (reason === 'unread') return unreadView(lastReceivedAt, now);
  const looked = { at: checkedAt, step: 'verified', outcome: reason === 'review' ? 'linked' : reason } as const;
  const waits = { at: checkedAt, step: 'moderated', outcome: 'review' } as const;
  return { reason, steps: [received(lastReceivedAt), looked, ...(reason === 'review' ? [waits] : [])] };
}

/** The same for whatever was turned away, or not read: at the same time, in the same words. */
export function unreadView(receivedAt: number, now: number): SenderView {
  const at = receivedAt + UNREAD_AFTER_MS;
  if (now < at) return { reason: 'checking', steps: [received(receivedAt)] };
  return { reason: 'unread', steps: [received(receivedAt), { at, step: 'verified', outcome: 'unread' }] };
}

function found(mention: Mention, trace: readonly TraceStep[]): SenderReason {
  const { link, facts, firstSeenAt, lastSeenAt = 0, lastReceivedAt } = mention;
  if (link === 'lost' && lastSeenAt >= lastReceivedAt) return 'lost';
  const last = trace.findLast(({ step, outcome }) => step === 'verified' && Object.hasOwn(BY_RESULT, outcome));
  const reason = last ? BY_RESULT[last.outcome as keyof typeof BY_RESULT] : BY_LINK[link];
  if (reason !== 'unread' || !facts || facts.status === 0) return reason;
  // What is known of a page that was read before says nothing of the last try, unless an answer of another kind came.
  return facts.status !== 200 || firstSeenAt === undefined ? 'answered' : 'unread';
}

function received(at: number): SenderStep {
  return { at, step: 'received', outcome: 'received' };
}
