import { charsetOf } from '../document/content-type.ts';
import type { ReceiverReply, ReceiverRequest } from '../exchange.ts';
import { FAULT } from '../fault.ts';
import type { Inbox } from '../inbox.ts';
import type { Receiver, ReceiverOptions } from '../receiver.ts';
import { receiverOf, requestNote } from '../receiver.ts';
import { readCall } from '../xml-rpc/call.ts';
import { refuse, refuseUnread } from './admission.ts';
import { codeReply, decisionReply, faultReply } from './answer.ts';
import { createMethods } from './methods.ts';

/**
 * A Pingback 1.0 server over an inbox: bytes in, bytes out, no I/O of its own. Checks run from the outside in: HTTP (405,
 * 415, 413), XML (−32700…−32702), XML-RPC (−32600), method (−32601), parameters (−32602); only then is the inbox asked.
 * Every reply to a call is one string or one fault (Pingback 1.0 §3), HTTP 200.
 *
 * @example
 * const receiver = createReceiver(inbox, { onError: console.error });
 * app.post('/xmlrpc', (c) => receiver.fetch(c.req.raw));
 */
export function createReceiver(inbox: Inbox, options: ReceiverOptions = {}): Receiver {
  const methods = createMethods(inbox);

  async function receive(request: ReceiverRequest): Promise<ReceiverReply> {
    const refused = refuse(request);
    if (refused !== undefined) return refused;
    const reading = readCall(request.body, charsetOf(request.headers['content-type']));
    if (!reading.ok) return faultReply(reading.fault);
    const method = methods.get(reading.call.method);
    if (method === undefined) return codeReply(FAULT.methodNotFound);
    try {
      return await method.answer(reading.call.params, request.caller);
    } catch (error: unknown) {
      return codeReply(FAULT.internal, requestNote(options.onError?.(error)));
    }
  }

  const decline: Receiver['decline'] = (outcome, retryAfter) => decisionReply({ outcome, retryAfter });
  return receiverOf({ refuseUnread, decline, receive });
}
