import type { Caller } from './inbox.ts';

/** Longest request body that is read, in bytes: four times two URLs of the longest kind. */
export const MAX_REQUEST_BYTES = 16 * 1024;

/** What a reader of requests hands to the receiver: the whole body, kept within `MAX_REQUEST_BYTES`. */
export interface ReceiverRequest {
  readonly method: string;
  /** Names in lower case; repeated lines joined as Node and `fetch` do. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What stands after the `?` of the request's own URL, undecoded; TrackBack names its target there. None is `''`. */
  readonly query?: string;
  readonly body: Uint8Array;
  readonly caller: Caller;
}

/** A whole reply; `content-length` is among the headers, because some clients cannot read chunked replies. */
export interface ReceiverReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const ENCODER = new TextEncoder();

/** A reply of one text, with its type and length. */
export function textReply(
  status: number,
  type: string,
  text: string,
  headers?: Readonly<Record<string, string>>,
): ReceiverReply {
  const body = ENCODER.encode(text);
  return { status, headers: { 'content-type': type, 'content-length': String(body.length), ...headers }, body };
}

/** A refusal below the protocol: one line of plain text. */
export function plainReply(status: number, text: string, headers?: Readonly<Record<string, string>>): ReceiverReply {
  return textReply(status, 'text/plain; charset=utf-8', `${text}\n`, headers);
}

/** The reply to a body of more than `MAX_REQUEST_BYTES`; the rest of it need not be read. */
export function tooLarge(): ReceiverReply {
  return plainReply(413, `The request is longer than ${MAX_REQUEST_BYTES} bytes, more than any notification needs.`);
}

/** True for a body in a content coding: none is undone here, so that 16 KiB stay 16 KiB. */
export function isCompressed(headers: ReceiverRequest['headers']): boolean {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return coding !== '' && coding !== 'identity';
}

/** True when the announced length is over the cap. */
export function isTooLong(headers: ReceiverRequest['headers']): boolean {
  return Number(headers['content-length'] ?? 0) > MAX_REQUEST_BYTES;
}

/** `Retry-After` in whole seconds (RFC 9110 §10.2.3), never 0. */
export function retryAfterHeader(seconds: number): { readonly 'retry-after': string } {
  return { 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
}
