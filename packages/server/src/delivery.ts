import type { Protocol } from '@hearback/protocol';

/**
 * `queued`: to be done. `retrying`: failed for now, another try is planned. `unsupported`: the target offers no endpoint.
 * `skipped`: we chose not to (own pages, sending off). Only `queued` and `retrying` are not final.
 */
export const DELIVERY_STATUSES = [
  'queued',
  'delivered',
  'refused',
  'retrying',
  'unsupported',
  'skipped',
  'failed',
] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One outgoing notification: this source told, or is to tell, this target. Unique by source and target. */
export interface Delivery {
  readonly id: string;
  readonly site: string;
  readonly source: string;
  /** As given on the source page; a fragment is kept. */
  readonly target: string;
  readonly protocol: Protocol | undefined;
  readonly endpoint: string | undefined;
  readonly status: DeliveryStatus;
  readonly fault: number | undefined;
  readonly httpStatus: number | undefined;
  readonly reason: string;
  /** The endpoint was found by the lenient pass only. */
  readonly lenient: boolean;
  readonly attempts: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export function isFinal(status: DeliveryStatus): boolean {
  return status !== 'queued' && status !== 'retrying';
}

/** A page of ours that was announced, or that was there before we came (`known`: its links were never told). */
export interface Post {
  readonly site: string;
  readonly url: string;
  readonly firstSeenAt: number;
  readonly sentAt: number | undefined;
}
