import { charsetOf } from './document/content-type.ts';
import { FAULT } from './fault.ts';
import type { Caller, Inbox } from './inbox.ts';
import { MAX_REQUEST_BYTES, refuse, refuseUnread, tooLarge } from './pingback/admission.ts';
import { codeReply, faultReply } from './pingback/answer.ts';
import type { ReceiverReply, ReceiverRequest } from './pingback/exchange.ts';
import { plainReply } from './pingback/exchange.ts';
import { createMethods } from './pingback/methods.ts';
import { readCall } from './xml-rpc/call.ts';

export interface Receiver {
  /** Answers one whole request. Never rejects, whatever is in the request or the inbox throws. */
  receive(request: ReceiverRequest): Promise<ReceiverReply>;
  /** The same for a web-standard request; the body is read as a stream and not beyond the cap. */
  fetch(request: Request, caller?: Caller): Promise<Response>;
}

export interface ReceiverOptions {
  /** Told what the inbox threw; the caller only sees fault −32603. */
  readonly onError?: (error: unknown) => void;
}

/** The body, or `undefined` once it is longer than the cap; what is left of it is then not read. */
async function readBody(request: Request): Promise<Uint8Array | undefined> {
  const body = new Uint8Array(MAX_REQUEST_BYTES);
  let length = 0;
  if (request.body === null) return body.subarray(0, 0);
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > MAX_REQUEST_BYTES) {
      // Not awaited: a stream may take its time over being cancelled, and the answer does not depend on it.
      reader.cancel().catch(() => {});
      return undefined;
    }
    body.set(part.value, length);
    length += part.value.length;
  }
  return body.subarray(0, length);
}

function toResponse(reply: ReceiverReply): Response {
  return new Response(reply.body, { status: reply.status, headers: reply.headers });
}

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
      options.onError?.(error);
      return codeReply(FAULT.internal);
    }
  }

  return {
    receive,
    async fetch(request, caller = {}) {
      const headers = Object.fromEntries(request.headers);
      const refused = refuseUnread(request.method, headers);
      if (refused !== undefined) return toResponse(refused);
      let body: Uint8Array | undefined;
      try {
        body = await readBody(request);
      } catch {
        return toResponse(plainReply(400, 'The request broke off before its end: send it again.'));
      }
      if (body === undefined) return toResponse(tooLarge());
      return toResponse(await receive({ method: request.method, headers, body, caller }));
    },
  };
}
