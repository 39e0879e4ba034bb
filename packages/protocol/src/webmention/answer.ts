import type { ReceiverReply } from '../exchange.ts';
import { retryAfterHeader, textReply } from '../exchange.ts';
import type { Decision, RefusedBecause } from '../inbox.ts';
import type { Notification } from '../notification.ts';

/** The codes are webmention.io's, whose clients switch on them, and `access_denied` of OAuth for what it has none for. */
type ErrorCode =
  | 'invalid_request'
  | 'source_not_found'
  | 'no_link_found'
  | 'target_not_found'
  | 'target_not_supported'
  | 'access_denied'
  | 'vouch_required'
  | 'invalid_vouch'
  | 'rate_limit_exceeded'
  | 'service_unavailable'
  | 'internal_error';

const REFUSALS: Readonly<Record<RefusedBecause, readonly [ErrorCode, string]>> = {
  'vouch-wanted': [
    'vouch_required',
    'Nobody here knows the site of the source: send again with a vouch, a page known here that links to it.',
  ],
  'vouch-useless': [
    'invalid_vouch',
    'The vouch is no page of a site known here with a followed link to the site of the source.',
  ],
  'source-invalid': ['invalid_request', 'The source is no URL that can be used.'],
  'source-missing': ['source_not_found', 'The source cannot be used or read.'],
  'no-link': ['no_link_found', 'The source has no link to the target: publish the link, then send again.'],
  'target-missing': ['target_not_found', 'The target does not exist any more.'],
  'target-unusable': ['target_not_supported', 'The target is no page here that takes webmentions.'],
  denied: ['access_denied', 'Access denied.'],
  self: ['invalid_request', 'The source and the target are the same page.'],
};

function json(
  status: number,
  value: Readonly<Record<string, string>>,
  headers?: Readonly<Record<string, string>>,
): ReceiverReply {
  return textReply(status, 'application/json; charset=utf-8', JSON.stringify(value), {
    'x-content-type-options': 'nosniff',
    ...headers,
  });
}

/** An error in JSON (Webmention §3.2.3). The description is of fixed text: nothing of a request is in it. */
export function errorReply(
  status: number,
  error: ErrorCode,
  description: string,
  headers?: Readonly<Record<string, string>>,
): ReceiverReply {
  return json(status, { error, error_description: description }, headers);
}

/**
 * 201 and the status URL (Webmention §3.2), with a body in the shape of webmention.io. A person who used a form is sent on
 * to the status page.
 */
function acceptedReply({ source, target }: Notification, location: string, isPerson: boolean): ReceiverReply {
  if (isPerson) return textReply(303, 'text/plain; charset=utf-8', `What becomes of it: ${location}\n`, { location });
  const summary = 'The webmention was received and will be checked.';
  return json(201, { status: 'queued', summary, location, source, target }, { location });
}

/** What a decision of the inbox is on the wire. Accepted and registered look alike: a re-send is an update. */
export function decisionReply(decision: Decision, notification: Notification, isPerson: boolean): ReceiverReply {
  switch (decision.outcome) {
    case 'accepted':
    case 'registered':
      return acceptedReply(notification, decision.statusUrl, isPerson);
    case 'refused':
      // 449, "retry with", is the status that the senders of the Vouch extension know.
      return errorReply(decision.because === 'vouch-wanted' ? 449 : 400, ...REFUSALS[decision.because]);
    case 'limited':
    case 'busy':
      return laterReply(decision.outcome, decision.retryAfter);
  }
}

export function laterReply(outcome: 'limited' | 'busy', retryAfter: number): ReceiverReply {
  const headers = retryAfterHeader(retryAfter);
  if (outcome === 'limited') {
    const text = 'Too many notifications for now: send this one again later.';
    return errorReply(429, 'rate_limit_exceeded', text, headers);
  }
  const text = 'Notifications cannot be stored at the moment: send this one again later.';
  return errorReply(503, 'service_unavailable', text, headers);
}
