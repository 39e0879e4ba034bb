import type { TellingProtocol } from '@hearback/protocol';
import type { Software } from './software.ts';

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
  readonly protocol: TellingProtocol | undefined;
  readonly endpoint: string | undefined;
  /** What listens there, where its page or address says so. */
  readonly software: Software | undefined;
  readonly status: DeliveryStatus;
  readonly fault: number | undefined;
  readonly httpStatus: number | undefined;
  readonly reason: string;
  /** The endpoint was found by the lenient pass only. */
  readonly lenient: boolean;
  readonly attempts: number;
  /**
   * Which state of the source the target was last to be told of: the fingerprint of its content, `GONE` once the link or
   * the page is gone. `undefined` for what was stored before there were any.
   */
  readonly version: string | undefined;
  /** Who asked to be told how it ends: a URL that whoever announced the page named. */
  readonly callback: string | undefined;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** The version of a source without the link. */
export const GONE = '';

/** The outcome of the step that is on record before a request leaves; the last one of a try that is under way or was cut off. */
export const SENDING = 'sending';

/** One request of a delivery and what came back, as text that is safe to print and has no secrets in it. */
export interface Exchange {
  /** Milliseconds since the epoch, when it was sent. */
  readonly at: number;
  /** Request line, header lines, an empty line, and the beginning of the body. */
  readonly request: string;
  /** Status line, header lines, an empty line and the first KiB of the body; or why there was none. */
  readonly reply: string;
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
  /** As it was when it was last announced; plain text. */
  readonly title: string | undefined;
  readonly excerpt: string | undefined;
}
