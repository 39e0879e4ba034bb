import { identity } from '@hearback/protocol';
import type { Delivery } from '../delivery.ts';
import type { Deliveries } from '../ports/index.ts';

/** Pairs of one page that are looked at: five edits that replace all two hundred links. */
const LIMIT = 1000;

/**
 * The deliveries of a page by the identity of their targets: an edit that turns `/post` into `/post#more` points to the
 * same target, and that was told.
 */
export async function knownDeliveries(
  deliveries: Pick<Deliveries, 'list'>,
  source: string,
): Promise<Map<string, Delivery>> {
  const rows = await deliveries.list({ page: source.replace(/#.*$/s, ''), limit: LIMIT });
  return new Map(rows.map((row) => [identity(row.target), row]));
}
