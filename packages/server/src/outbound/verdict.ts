import type { TellingProtocol, TellOutcome } from '@hearback/protocol';
import type { DeliveryStatus } from '../delivery.ts';
import type { Software } from '../software.ts';
import type { EndpointFinding } from './find-endpoint.ts';
import { softwareOf } from './read-software.ts';

/** How one try to tell a target ended. */
export interface Verdict {
  readonly status: Exclude<DeliveryStatus, 'queued'>;
  /** A sentence for the owner. */
  readonly reason: string;
  readonly fault: number | undefined;
  readonly httpStatus: number | undefined;
  /** Seconds that the other side asked us to wait. */
  readonly retryAfter: number | undefined;
  /** The target's page ended its reader. */
  readonly poison?: true;
}

const NOTHING = { fault: undefined, httpStatus: undefined, retryAfter: undefined };

/** Where a target wants to be told. */
export interface Route {
  readonly endpoint: string;
  readonly protocol: TellingProtocol;
  readonly lenient: boolean;
  readonly software: Software | undefined;
  /** How it was found, in a sentence. */
  readonly how: string;
}

/** A try that is not made at all, for good. */
export function withheld(status: 'skipped' | 'failed', reason: string): Verdict {
  return { ...NOTHING, status, reason, httpStatus: undefined };
}

/** What discovery means for the delivery: a way to tell the target, or the end of this try. */
export function routeOf(found: EndpointFinding): Route | Verdict {
  if ('poison' in found)
    return { ...NOTHING, status: 'retrying', reason: found.poison, httpStatus: undefined, poison: true };
  if ('failure' in found) {
    const { later, reason, retryAfter, httpStatus } = found.failure;
    return { status: later ? 'retrying' : 'failed', reason, fault: undefined, httpStatus, retryAfter };
  }
  const { chosen, reason } = found;
  if (!chosen) return { ...NOTHING, status: 'unsupported', reason };
  return {
    endpoint: chosen.url,
    protocol: chosen.protocol,
    lenient: chosen.lenient,
    software: softwareOf(found),
    how: reason,
  };
}

/** What an endpoint's answer means for the delivery. */
export function verdictOf(outcome: TellOutcome): Verdict {
  const { reason, httpStatus } = outcome;
  switch (outcome.outcome) {
    case 'delivered': {
      const reply = outcome.message === '' ? reason : `${reason} It said: “${outcome.message}”`;
      return { ...NOTHING, status: 'delivered', reason: reply, httpStatus };
    }
    case 'already':
      return { ...NOTHING, status: 'delivered', reason: 'They had it already.', fault: outcome.fault, httpStatus };
    case 'refused':
      return { ...NOTHING, status: 'refused', reason, fault: outcome.fault, httpStatus };
    case 'later':
      return { status: 'retrying', reason, fault: outcome.fault, httpStatus, retryAfter: outcome.retryAfter };
    case 'failed':
      return { ...NOTHING, status: 'failed', reason, httpStatus };
  }
}

/** What a server says where nothing listens, or no longer. */
const NOBODY_THERE: readonly (number | undefined)[] = [404, 405, 410];

/** The same verdict on an endpoint that was remembered and not looked for: that nothing works there may mean that it moved. */
export function movedAway(verdict: Verdict): Verdict {
  const { status, httpStatus, reason } = verdict;
  if (status !== 'failed' && !(status === 'refused' && NOBODY_THERE.includes(httpStatus))) return verdict;
  return {
    ...verdict,
    status: 'retrying',
    reason: `${reason} It was known from an earlier look; its page is asked again.`,
  };
}
