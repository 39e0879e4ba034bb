import type { TellingProtocol } from '@hearback/protocol';
import type { Delivery, DeliveryStatus, Exchange, Post } from '../delivery.ts';
import type { TraceStep } from '../trace.ts';

/** What is left out stays; what is `undefined` is cleared. */
export type DeliveryUpdate = Partial<
  Pick<
    Delivery,
    | 'protocol'
    | 'endpoint'
    | 'software'
    | 'status'
    | 'fault'
    | 'httpStatus'
    | 'reason'
    | 'lenient'
    | 'attempts'
    | 'version'
    | 'callback'
  >
>;

export interface DeliveryFilter {
  readonly site?: string;
  readonly source?: string;
  /** Of every place on this page: sources that differ in their fragment only. */
  readonly page?: string;
  readonly status?: DeliveryStatus;
  readonly protocol?: TellingProtocol;
  /** Of the target, with its port where it has one of its own. */
  readonly host?: string;
  /** Found in this span of time; the end is not in it. */
  readonly from?: number;
  readonly until?: number;
  /** Only those that were added before the delivery with this id; none at all when there is no such delivery. */
  readonly before?: string;
  readonly limit: number;
}

export interface Deliveries {
  /** Adds those whose source–target pair is new and answers the stored rows of all pairs given, in that order. */
  add(deliveries: readonly Delivery[], step: Omit<TraceStep, 'at'>): Promise<readonly Delivery[]>;
  byId(id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  list(filter: DeliveryFilter): Promise<readonly Delivery[]>;
  /**
   * Does nothing for an id that is not there. Of the exchanges of a delivery the newest ten are kept. A step alone, or who
   * is to be called, is written down without moving `updatedAt`.
   */
  record(id: string, update: DeliveryUpdate, step: TraceStep, exchanges?: readonly Exchange[]): Promise<void>;
  /** Oldest first. */
  trace(id: string): Promise<readonly TraceStep[]>;
  /** Oldest first. */
  exchanges(id: string): Promise<readonly Exchange[]>;
}

export interface Posts {
  /** URLs among `urls` that are not known yet, in the order given. */
  unknown(site: string, urls: readonly string[]): Promise<readonly string[]>;
  byUrl(site: string, url: string): Promise<Post | undefined>;
  /** Adds or updates; what is `undefined` keeps what was there. */
  remember(posts: readonly Post[]): Promise<void>;
}
