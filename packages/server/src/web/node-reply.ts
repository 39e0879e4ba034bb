import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReplyHeaders } from './reply-headers.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How long, and how much, a peer may go on sending after it was refused. */
const LINGER_MS = 500;
const LINGER_BYTES = 256 * 1024;

/** A 204 must not announce a length (RFC 9110 §8.6). */
function withLength({ status, headers, body }: Reply, always: ReplyHeaders): Record<string, string | number> {
  // Spread, and not set on the response one by one: `writeHead` would then merge them, at several times the cost.
  return status === 204 ? { ...always, ...headers } : { ...always, ...headers, 'content-length': body.length };
}

/** One reply with its length, never chunked: clients of 2002 read until the announced length. */
export function sendReply(res: ServerResponse, reply: Reply, always: ReplyHeaders): void {
  const { status, body } = reply;
  res.writeHead(status, withLength(reply, always));
  // Every byte is a letter of Latin-1: as a text it leaves in one piece with the head, which Node does not do for bytes.
  res.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1');
}

/**
 * Answers a request that was not read to its end, and closes. A socket that is closed while bytes are still arriving is
 * reset by the kernel, and a reset takes the reply with it: so the reply goes out at once, and what still comes is dropped
 * for a moment before the connection ends.
 */
export function sendReplyAndClose(req: IncomingMessage, res: ServerResponse, reply: Reply, always: ReplyHeaders): void {
  const { status, body } = reply;
  res.writeHead(status, { ...withLength(reply, always), connection: 'close' });
  if (req.complete) {
    res.end(body);
    return;
  }
  res.write(body);
  let dropped = 0;
  const timer = setTimeout(finish, LINGER_MS);
  req.on('data', (part: Buffer) => {
    dropped += part.length;
    if (dropped > LINGER_BYTES) finish();
  });
  req.on('end', finish);
  req.on('close', finish);
  req.resume();

  function finish(): void {
    clearTimeout(timer);
    res.end();
  }
}
