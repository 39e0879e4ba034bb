import type { Backlink } from '../../backlink.ts';
import type { Exchange } from '../../delivery.ts';
import type { LinkChange } from '../../link-change.ts';
import type { Mention } from '../../mention.ts';
import { backlinkJson, changeJson, iso, mentionJson } from '../../mention-json.ts';
import type { DeliveryView } from '../../outbound/delivery-view.ts';
import type { TraceStep } from '../../trace.ts';
import { present } from '../presented.ts';
import { safeUrl } from '../safe-url.ts';
import { block, line, prose } from '../text.ts';

/** A mention as `hearback list --json` shows it, in text without tricks. */
export function mentionEntry(mention: Mention) {
  const { source, target, author, title, excerpt } = present(mention);
  const shape = mentionJson(mention);
  const read = shape.kind === null ? undefined : { title, author, excerpt };
  return { ...shape, source, target, ...read, reasons: shape.reasons.map(prose) };
}

/** What is known of its link; `null` for one that was never seen. */
export function backlinkEntry(backlink: Backlink | undefined) {
  const shape = backlinkJson(backlink);
  if (shape === null) return null;
  const { anchor, rel, robots, finalUrl, canonical, chain } = shape;
  return {
    ...shape,
    ...{ anchor: line(anchor), rel: rel.map(line), robots: line(robots) },
    ...{ finalUrl: safeUrl(finalUrl), canonical: safeUrl(canonical), chain: chain.map(safeUrl) },
  };
}

export function changeEntry(change: LinkChange) {
  const { was, became, ...shape } = changeJson(change);
  return { ...shape, was: line(was), became: line(became) };
}

export function deliveryEntry(delivery: DeliveryView): DeliveryView {
  const { source, target, endpoint, reason } = delivery;
  return {
    ...delivery,
    source: safeUrl(source),
    target: safeUrl(target),
    endpoint: endpoint === null ? null : safeUrl(endpoint),
    reason: prose(reason),
  };
}

export function stepEntry({ at, step, outcome, reason }: TraceStep) {
  return { at: iso(at), step, outcome: line(outcome), reason: prose(reason) };
}

/** Both are kept printable. */
export function exchangeEntry({ at, request, reply }: Exchange) {
  return { at: iso(at), request: block(request), reply: block(reply) };
}
