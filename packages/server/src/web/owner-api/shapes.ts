import type { Mention } from '../../mention.ts';
import type { DeliveryView } from '../../outbound/delivery-view.ts';
import type { TraceStep } from '../../trace.ts';
import { present } from '../presented.ts';
import { safeUrl } from '../safe-url.ts';
import { line, prose } from '../text.ts';

/** A mention as `hearback list --json` shows it, in text without tricks. */
export function mentionEntry(mention: Mention) {
  const { source, target, author, title, excerpt } = present(mention);
  const { id, protocols, link, moderation, entry, receivedAt, reasons } = mention;
  return {
    id,
    source,
    target,
    protocol: protocols[0] ?? null,
    protocols,
    link,
    moderation,
    kind: entry?.kind ?? null,
    title: entry ? title : null,
    author: entry ? author : null,
    excerpt: entry ? excerpt : null,
    receivedAt: iso(receivedAt),
    reasons: reasons.map(prose),
  };
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

function iso(at: number): string {
  return new Date(at).toISOString();
}
