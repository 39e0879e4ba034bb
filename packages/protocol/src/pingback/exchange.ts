import type { ReceiverReply } from '../exchange.ts';

/** XML-RPC answers 200 even for faults: half of all clients read a fault under no other status. */
export function xmlReply(body: Uint8Array<ArrayBuffer>): ReceiverReply {
  return { status: 200, headers: { 'content-type': 'text/xml', 'content-length': String(body.length) }, body };
}
