import type { Delivery, DeliveryStatus, Post } from '../delivery.ts';
import type { TraceStep } from '../trace.ts';

/** What is left out stays; what is `undefined` is cleared. */
export type DeliveryUpdate = Partial<
  Pick<
    Delivery,
    'protocol' | 'endpoint' | 'status' | 'fault' | 'httpStatus' | 'reason' | 'lenient' | 'attempts' | 'version'
  >
>;

export interface Deliveries {
  /** Adds those whose source–target pair is new and answers the stored rows of all pairs given, in that order. */
  add(deliveries: readonly Delivery[], step: Omit<TraceStep, 'at'>): Promise<readonly Delivery[]>;
  byId(id: string): Promise<Delivery | undefined>;
  /** Newest first. */
  list(filter: {
    readonly source?: string;
    /** Of every place on this page: sources that differ in their fragment only. */
    readonly page?: string;
    readonly status?: DeliveryStatus;
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
  record(id: string, update: DeliveryUpdate, step: TraceStep): Promise<void>;
  trace(id: string): Promise<readonly TraceStep[]>;
  /**
   * Takes the next free moment at a host: answers `now` and keeps the host closed for `gapMs`, or answers the later time
   * at which to ask again. Atomic over all processes of the store.
   */
  takeTurn(host: string, now: number, gapMs: number): Promise<number>;
}

export interface Posts {
  /** URLs among `urls` that are not known yet, in the order given. */
  unknown(site: string, urls: readonly string[]): Promise<readonly string[]>;
  byUrl(site: string, url: string): Promise<Post | undefined>;
  /** Adds or updates; what is `undefined` keeps what was there. */
  remember(posts: readonly Post[]): Promise<void>;
}
