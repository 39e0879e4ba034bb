import type { Caller } from '../inbox.ts';

/** What a reader of requests hands to the receiver: the whole body, kept within `MAX_REQUEST_BYTES`. */
export interface ReceiverRequest {
  readonly method: string;
  /** Names in lower case; repeated lines joined as Node and `fetch` do. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  readonly caller: Caller;
}

/** A whole reply; `content-length` is among the headers, because some clients cannot read chunked replies (XR-24). */
export interface ReceiverReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const ENCODER = new TextEncoder();

/** A refusal below XML-RPC: one line of plain text. */
export function plainReply(status: number, text: string, headers?: Readonly<Record<string, string>>): ReceiverReply {
  const body = ENCODER.encode(`${text}\n`);
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(body.length), ...headers },
    body,
  };
}

/** XML-RPC answers 200 even for faults: half of all clients read a fault under no other status (PB-S21, XR-10). */
export function xmlReply(body: Uint8Array<ArrayBuffer>): ReceiverReply {
  return { status: 200, headers: { 'content-type': 'text/xml', 'content-length': String(body.length) }, body };
}
