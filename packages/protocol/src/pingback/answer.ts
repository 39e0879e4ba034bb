import type { ReceiverReply } from '../exchange.ts';
import { plainReply, retryAfterHeader } from '../exchange.ts';
import type { Fault } from '../fault.ts';
import { FAULT } from '../fault.ts';
import type { Decision, RefusedBecause } from '../inbox.ts';
import { FAULT_TEXT } from '../xml-rpc/fault-text.ts';
import { writeFault, writeSuccess } from '../xml-rpc/write.ts';
import { xmlReply } from './exchange.ts';

/**
 * One text for every way in which a source cannot be had: what differs would tell a stranger which of our neighbours
 * listens on which port.
 */
const SOURCE_MISSING: Fault = { code: FAULT.sourceMissing, message: 'The source URL cannot be used or read.' };

const DENIED: Fault = { code: FAULT.accessDenied, message: 'Access denied.' };

const REFUSALS: Readonly<Record<RefusedBecause, Fault>> = {
  'source-invalid': SOURCE_MISSING,
  'source-missing': SOURCE_MISSING,
  'no-link': {
    code: FAULT.noLink,
    message: 'The source URL has no link to the target URL: publish the link, then send again.',
  },
  'target-missing': { code: FAULT.targetMissing, message: 'The target URL does not exist any more.' },
  'target-unusable': { code: FAULT.targetUnusable, message: 'The target URL is no page here that takes pingbacks.' },
  denied: DENIED,
  'vouch-wanted': DENIED,
  'vouch-useless': DENIED,
  self: { code: FAULT.generic, message: 'The source URL and the target URL are the same page.' },
};

const REGISTERED: Fault = { code: FAULT.alreadyRegistered, message: 'The pingback has already been registered.' };

export function faultReply(fault: Fault): ReceiverReply {
  return xmlReply(writeFault(fault));
}

/** @param note of ours, after the fixed text */
export function codeReply(code: keyof typeof FAULT_TEXT, note = ''): ReceiverReply {
  return faultReply({ code, message: `${FAULT_TEXT[code]}${note}` });
}

/**
 * What a decision of the inbox is on the wire (Pingback 1.0 §3). The texts are fixed; the only thing in them that varies
 * is the status URL, which is ours. A caller that asks too often, or a server that cannot write, is a matter of HTTP.
 */
export function decisionReply(decision: Decision): ReceiverReply {
  switch (decision.outcome) {
    case 'accepted':
      return xmlReply(writeSuccess(`Thank you. The pingback is queued; what becomes of it: ${decision.statusUrl}`));
    case 'registered':
      return faultReply(REGISTERED);
    case 'refused':
      return faultReply(REFUSALS[decision.because]);
    case 'limited':
      return laterReply(429, 'Too many notifications for now: send this one again later.', decision.retryAfter);
    case 'busy':
      return laterReply(
        503,
        'Notifications cannot be stored at the moment: send this one again later.',
        decision.retryAfter,
      );
  }
}

function laterReply(status: 429 | 503, text: string, retryAfter: number): ReceiverReply {
  return plainReply(status, text, retryAfterHeader(retryAfter));
}
