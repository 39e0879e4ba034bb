import type { ReceiverReply, ReceiverRequest } from '../exchange.ts';
import { isCompressed, isTooLong, MAX_REQUEST_BYTES, plainReply, tooLarge } from '../exchange.ts';
import { mediaType } from '../media-type.ts';

/**
 * Media types under which real clients send XML. Under those marked `if-xml` browsers also send forms, so the body has
 * to prove itself. `text/plain` is not here: any web page can make its visitors post that across sites.
 */
const MEDIA_TYPES: ReadonlyMap<string, 'always' | 'if-xml'> = new Map([
  ['text/xml', 'always'],
  ['application/xml', 'always'],
  ['text/html', 'if-xml'],
  ['application/x-www-form-urlencoded', 'if-xml'],
  ['', 'if-xml'],
]);

function notXml(): ReceiverReply {
  return plainReply(415, 'This is an XML-RPC endpoint: send an XML body with Content-Type: text/xml.');
}

/**
 * What can be said from the request line and headers alone, so that no body is read for nothing: 405 for anything but
 * POST, 415 for a compressed body or a foreign media type, 413 for a declared length over the cap. `undefined` means: read
 * the body and call `receive`. Every reader of requests asks this first.
 *
 * @example
 * refuseUnread('GET', {})?.status; // 405
 */
export function refuseUnread(method: string, headers: ReceiverRequest['headers']): ReceiverReply | undefined {
  if (method !== 'POST') {
    return plainReply(405, 'This is an XML-RPC endpoint: it answers POST requests only.', { allow: 'POST' });
  }
  if (isCompressed(headers)) return plainReply(415, 'Compressed requests are not read here: send the XML as it is.');
  if (!MEDIA_TYPES.has(mediaType(headers['content-type']))) return notXml();
  return isTooLong(headers) ? tooLarge() : undefined;
}

/** First byte that is neither a UTF-8 mark nor white space is `<`, or the body is some UTF-16 that the codec will name. */
function looksLikeXml(body: Uint8Array): boolean {
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0a || body[at] === 0x0d) at += 1;
  const isWide = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff) || body[0] === 0;
  return body[at] === 0x3c || isWide;
}

/** As `refuseUnread`, with the body at hand: 413 over the cap, 415 when an ambiguous media type holds no XML. */
export function refuse(request: ReceiverRequest): ReceiverReply | undefined {
  const unread = refuseUnread(request.method, request.headers);
  if (unread !== undefined) return unread;
  if (request.body.length > MAX_REQUEST_BYTES) return tooLarge();
  const type = mediaType(request.headers['content-type']);
  return MEDIA_TYPES.get(type) === 'if-xml' && !looksLikeXml(request.body) ? notXml() : undefined;
}
