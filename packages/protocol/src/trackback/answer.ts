import type { ReceiverReply } from '../exchange.ts';
import { retryAfterHeader, textReply } from '../exchange.ts';
import type { Decision, RefusedBecause } from '../inbox.ts';

const PROLOG = '<?xml version="1.0" encoding="utf-8"?>';

function xmlReply(status: number, inner: string, headers?: Readonly<Record<string, string>>): ReceiverReply {
  return textReply(status, 'text/xml', `${PROLOG}<response>${inner}</response>`, headers);
}

/** TrackBack 1.2, "Sending a TrackBack Ping": the reply to a ping that was taken. */
function successReply(): ReceiverReply {
  return xmlReply(200, '<error>0</error>');
}

/**
 * The failure of TrackBack 1.2, always with its message: some clients see a failure by its message alone. Only texts of
 * this program go in, so that nothing of a request comes back; none of them needs escaping.
 *
 * @param status 200 unless HTTP has something to say: the specification names no other, and its clients look for no other
 */
export function failureReply(message: string, status = 200, headers?: Readonly<Record<string, string>>): ReceiverReply {
  return xmlReply(status, `<error>1</error><message>${message}</message>`, headers);
}

/** One text for unknown, closed, foreign and gone pages: nobody walks through the archive by their replies. */
const TARGET = 'This page takes no TrackBacks.';
const SOURCE = 'The url field has to be the absolute http(s) URL of the page that links here.';

/**
 * Only what the sender can put right is a failure. What the owner's rules turn away looks accepted, so that a spammer
 * learns nothing from trying.
 */
const REFUSALS: Readonly<Record<RefusedBecause, string | undefined>> = {
  'vouch-wanted': 'Access denied.',
  'vouch-useless': 'Access denied.',
  'source-invalid': SOURCE,
  'source-missing': 'The page at url cannot be used or read.',
  'no-link': 'The page at url has no link to this page: publish the link, then send again.',
  'target-missing': TARGET,
  'target-unusable': TARGET,
  self: 'The url field names the very page that it would be listed under.',
  denied: undefined,
};

/** What a decision of the inbox is on the wire. A pair that is public already is no failure, and is not doubled. */
export function decisionReply(decision: Decision): ReceiverReply {
  switch (decision.outcome) {
    case 'accepted':
    case 'registered':
      return successReply();
    case 'refused': {
      const message = REFUSALS[decision.because];
      return message === undefined ? successReply() : failureReply(message);
    }
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

function laterReply(status: 429 | 503, message: string, retryAfter: number): ReceiverReply {
  return failureReply(message, status, retryAfterHeader(retryAfter));
}
