import type { Protocol } from '@hearback/protocol';
import type { Delivery, DeliveryStatus } from '../delivery.ts';

/** A delivery as the outside sees it (`send --json`, the API). What is not known is `null`: every key is there. */
export interface DeliveryView {
  /** `null` in a dry run, where nothing is stored that it could name. */
  readonly id: string | null;
  readonly source: string;
  readonly target: string;
  readonly protocol: Protocol | null;
  readonly endpoint: string | null;
  readonly status: DeliveryStatus;
  readonly fault: number | null;
  readonly httpStatus: number | null;
  readonly reason: string;
  readonly lenient: boolean;
}

export function viewOf(delivery: Delivery): DeliveryView {
  return {
    id: delivery.id || null,
    source: delivery.source,
    target: delivery.target,
    protocol: delivery.protocol ?? null,
    endpoint: delivery.endpoint ?? null,
    status: delivery.status,
    fault: delivery.fault ?? null,
    httpStatus: delivery.httpStatus ?? null,
    reason: delivery.reason,
    lenient: delivery.lenient,
  };
}
