import type { Exchange } from '../delivery.ts';
import type { Refusal } from '../mention.ts';
import { iso } from '../mention-json.ts';
import type { DeliveryView } from '../outbound/delivery-view.ts';
import type { TraceStep } from '../trace.ts';

/** Someone else's text within a line of ours: a line break in it would make a line that looks like ours. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0085\u2028\u2029]+/g, ' ');
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/** The shape of a mention, so that one reader serves both; what a refusal has not is `null`. */
export function refusalJson({ id, source, target, protocol, at, reason, repeats }: Refusal) {
  const nothing = { link: null, moderation: null, kind: null, title: null, author: null, excerpt: null };
  return {
    id,
    source,
    target,
    protocol,
    protocols: [protocol],
    status: 'refused',
    ...nothing,
    receivedAt: iso(at),
    reasons: [reason],
    repeats,
  };
}

export function stepJson({ at, step, outcome, reason }: TraceStep) {
  return { at: iso(at), step, outcome, reason };
}

export function exchangeJson({ at, request, reply }: Exchange) {
  return { at: iso(at), request, reply };
}

export function deliveryLine({ status, target, reason, protocol }: DeliveryView): string {
  const why = reason ? `\n             ${oneLine(reason)}` : '';
  return `${status.padEnd(11)}  ${oneLine(target)}${protocol ? ` (${protocol})` : ''}${why}`;
}
