import type { HttpFailure } from '@hearback/protocol';

/** Asked before each request that leaves, redirects included, once it is known whom it would reach. */
export interface Toll {
  /** `addresses` are those that one may be chosen of. A failure is what the request ends with; nothing was sent. */
  enter(url: URL, addresses: readonly string[]): Promise<{ readonly ok: true } | HttpFailure>;
}
