import type { ReceiverReply, ReceiverRequest } from './exchange.ts';
import { MAX_REQUEST_BYTES, plainReply, tooLarge } from './exchange.ts';
import type { Caller } from './inbox.ts';

/** The same for every protocol, so that whoever reads requests need not know which one it serves. */
export interface Receiver {
  /**
   * What can be said from the request line and headers alone, so that no body is read for nothing: 405, 415, 413.
   * `undefined` means: read the body and call `receive`.
   */
  refuseUnread(method: string, headers: ReceiverRequest['headers']): ReceiverReply | undefined;
  /** The reply to a request that is not read because its sender, or all together, asked too often; seconds to wait. */
  decline(outcome: 'limited' | 'busy', retryAfter: number): ReceiverReply;
  /** Answers one whole request. Never rejects, whatever is in the request or the inbox throws. */
  receive(request: ReceiverRequest): Promise<ReceiverReply>;
  /** The same for a web-standard request; the body is read as a stream and not beyond the cap. */
  fetch(request: Request, caller?: Caller): Promise<Response>;
}

export interface ReceiverOptions {
  /**
   * Told what the inbox threw; the caller only learns that something went wrong here, and under which id (letters, digits,
   * `-` and `_`) it was noted, when this answers one.
   */
  readonly onError?: (error: unknown) => unknown;
}

/** What is added to the fixed text of an internal error: an id of ours, so that its reader can ask for what happened. */
export function requestNote(id: unknown): string {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? ` Request ${id}.` : '';
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
  // A 204 has no body, not even an empty one.
  return new Response(reply.status === 204 ? null : reply.body, { status: reply.status, headers: reply.headers });
}

/** Completes what a protocol knows of requests into a receiver that web-standard servers can mount. */
export function receiverOf({ refuseUnread, decline, receive }: Omit<Receiver, 'fetch'>): Receiver {
  return {
    refuseUnread,
    decline,
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
      const query = new URL(request.url).search.slice(1);
      return toResponse(await receive({ method: request.method, headers, query, body, caller }));
    },
  };
}
