import type { Kind } from '@hearback/protocol';
import type { Mention } from '../mention.ts';

/**
 * Which mentions are taken elsewhere. `public`: what readers see. `kept`: also what waits for a decision, and what an old
 * place had in public and was not looked at yet. Neither has what is called spam, rejected, lost or without the link.
 */
export interface ExportQuery {
  readonly which: 'public' | 'kept';
  /** All unless given. */
  readonly sites?: readonly string[] | undefined;
  readonly targetKey?: string | undefined;
  readonly kind?: Kind | undefined;
  /** When they were received; both inclusive. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The last row of the part before. */
export type ExportPlace = Pick<Mention, 'targetKey' | 'sourceKey' | 'site'>;

export interface Exports {
  /**
   * The next rows, page by page of the site, so that an export of any size is read in parts; none after the last. What comes
   * or goes meanwhile moves nothing else.
   */
  part(query: ExportQuery, after: ExportPlace | undefined, limit: number): Promise<readonly Mention[]>;
}
