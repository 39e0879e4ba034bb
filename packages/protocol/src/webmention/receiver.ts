import type { ReceiverReply, ReceiverRequest } from '../exchange.ts';
import { isCompressed, isTooLong, MAX_REQUEST_BYTES, plainReply, tooLarge } from '../exchange.ts';
import type { Inbox } from '../inbox.ts';
import { mediaType } from '../media-type.ts';
import type { Receiver, ReceiverOptions } from '../receiver.ts';
import { receiverOf, requestNote } from '../receiver.ts';
import { tellUnusable } from '../unusable.ts';
import { decisionReply, errorReply, laterReply } from './answer.ts';
import { readForm } from './form.ts';

const FORM = 'application/x-www-form-urlencoded';

function refuseUnread(method: string, headers: ReceiverRequest['headers']): ReceiverReply | undefined {
  if (method !== 'POST') {
    const text =
      'This is a webmention endpoint: send source and target in a form, by POST. See https://www.w3.org/TR/webmention/';
    return plainReply(405, text, { allow: 'POST' });
  }
  if (isCompressed(headers)) return plainReply(415, 'Compressed requests are not read here: send the form as it is.');
  if (mediaType(headers['content-type']) !== FORM) {
    return plainReply(415, `This is a webmention endpoint: send a form with Content-Type: ${FORM}.`);
  }
  return isTooLong(headers) ? tooLarge() : undefined;
}

/** Browsers ask for HTML when a form is sent; a program that reads the answer names JSON or nothing in particular. */
function isPerson({ headers: { accept = '' } }: ReceiverRequest): boolean {
  return /\btext\/html\b/i.test(accept) && !/\bjson\b/i.test(accept);
}

/**
 * A Webmention receiver over an inbox (Webmention §3.2): bytes in, bytes out, no I/O of its own. HTTP comes first (405,
 * 415, 413), then the form (400), then the inbox is asked. What is accepted is answered 201 with a status URL, or 303 for
 * a person with a browser, and the same whatever the source.
 *
 * @example
 * const receiver = createWebmentionReceiver(inbox, { onError: console.error });
 * app.post('/webmention', (c) => receiver.fetch(c.req.raw));
 */
export function createWebmentionReceiver(inbox: Inbox, options: ReceiverOptions = {}): Receiver {
  async function receive(request: ReceiverRequest): Promise<ReceiverReply> {
    const refused = refuseUnread(request.method, request.headers);
    if (refused !== undefined) return refused;
    if (request.body.length > MAX_REQUEST_BYTES) return tooLarge();
    const form = readForm(request.body);
    try {
      if (!form.ok) {
        await tellUnusable(inbox, 'webmention', form.source, form.target, request.caller);
        return errorReply(400, 'invalid_request', form.problem);
      }
      const decision = await inbox.accept(form.notification, request.caller);
      return decisionReply(decision, form.notification, isPerson(request));
    } catch (error: unknown) {
      const note = requestNote(options.onError?.(error));
      return errorReply(500, 'internal_error', `Something went wrong here: send this webmention again later.${note}`);
    }
  }
  return receiverOf({ refuseUnread, decline: laterReply, receive });
}
