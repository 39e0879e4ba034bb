import type { ReceiverReply, ReceiverRequest } from '../exchange.ts';
import { isCompressed, isTooLong, MAX_REQUEST_BYTES, tooLarge } from '../exchange.ts';
import { mediaType } from '../media-type.ts';
import { failureReply } from './answer.ts';

/** Forms only. `text/plain` and `multipart` are what any web page can make its visitors post across sites. */
const MEDIA_TYPES: ReadonlySet<string> = new Set(['application/x-www-form-urlencoded', '']);

/**
 * What can be said from the request line and headers alone: 405 for anything but POST (GET pings were given up with
 * TrackBack 1.1), 415 for a compressed body or no form, 413 for a declared length over the cap. In TrackBack's own form
 * where it can be, because the clients of the time read the body and not the status.
 */
export function refuseUnread(method: string, headers: ReceiverRequest['headers']): ReceiverReply | undefined {
  if (method !== 'POST') {
    return failureReply('This is a TrackBack address: it answers POST requests only.', 405, { allow: 'POST' });
  }
  if (isCompressed(headers)) {
    return failureReply('Compressed requests are not read here: send the form as it is.', 415);
  }
  if (!MEDIA_TYPES.has(mediaType(headers['content-type']))) {
    return failureReply('Send the fields as application/x-www-form-urlencoded.', 415);
  }
  return isTooLong(headers) ? tooLarge() : undefined;
}

/** As `refuseUnread`, with the body at hand. */
export function refuse({ method, headers, body }: ReceiverRequest): ReceiverReply | undefined {
  return refuseUnread(method, headers) ?? (body.length > MAX_REQUEST_BYTES ? tooLarge() : undefined);
}
