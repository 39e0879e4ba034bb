import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Caller, MAX_REQUEST_BYTES, type Receiver, type ReceiverRequest, tooLarge } from '@hearback/protocol';
import type { ClientLimits, Declined } from '../limits/clients.ts';
import { whenKnown } from '../when-known.ts';
import type { Receivers } from './deps.ts';
import { type Reply, sendReply, sendReplyAndClose } from './node-reply.ts';
import type { ReplyHeaders } from './reply-headers.ts';

/**
 * `/xmlrpc`, `/:site/xmlrpc` and the same for the other protocols; the segment is the site's id, or what an account was called
 * at webmention.io, whose later addresses begin with `/d/`.
 */
const PATH = /^(?:(?:\/d)?\/([\w.~-]+))?\/(xmlrpc|webmention|trackback|refback)(?:\?(.*))?$/s;

/** A request that is a notification. */
export interface Intake {
  readonly receiver: keyof Receivers;
  readonly site: string | undefined;
  readonly query: string;
  /** Where a pingback is to be passed on to. */
  readonly forward?: string;
}

/** `undefined` for a path of anything else. */
export function intakeOf(target: string): Intake | undefined {
  const match = PATH.exec(target);
  if (!match) return undefined;
  const [, site, path, query = ''] = match;
  const forward =
    path === 'webmention' && query.includes('forward=') ? new URLSearchParams(query).get('forward') : null;
  const receiver = forward === null ? (path as keyof Receivers) : 'bridge';
  return { receiver, site, query, ...(forward !== null && { forward }) };
}

/**
 * Reads a notification from a Node request and answers it. It stands before the router because the router's request and
 * response objects cost a sixth of the throughput. Takes no more than the cap and no longer than the deadline: one byte
 * every 100 ms holds a connection for ten seconds and not for ever.
 *
 * @param deadlineMs for the body, from the end of the headers
 */
export function createIntake(receivers: Receivers, deadlineMs: number, clients: ClientLimits) {
  return (
    req: IncomingMessage,
    res: ServerResponse,
    { receiver: name, query }: Intake,
    caller: Caller,
    always: ReplyHeaders,
  ): void => {
    const receiver = receivers[name];
    const headers = plainHeaders(req);
    const method = req.method ?? '';
    const known = { method, headers, query, caller };
    const refused = receiver.refuseUnread(method, headers) ?? declined(receiver, method, caller);
    if (refused instanceof Promise) {
      // Its bytes wait in the socket meanwhile, and its sender may have gone.
      void refused.then((reply) => !req.destroyed && go(reply));
    } else go(refused);

    function go(reply: Reply | undefined): void {
      if (reply) sendReplyAndClose(req, res, reply, always);
      else read(req, res, receiver, known, always);
    }
  };

  /** Before the body is read: turning away has to stay cheap when there is most of it to do. */
  function declined(
    receiver: Receiver,
    method: string,
    caller: Caller,
  ): Reply | undefined | Promise<Reply | undefined> {
    if (method !== 'POST') return undefined;
    const no = clients.admit(caller.address);
    const reply = (said: Declined | undefined) => said && receiver.decline(said.outcome, said.retryAfter);
    return whenKnown(no, reply);
  }

  function read(
    req: IncomingMessage,
    res: ServerResponse,
    receiver: Receiver,
    known: Omit<ReceiverRequest, 'body'>,
    always: ReplyHeaders,
  ): void {
    if (req.headers.expect) res.writeContinue();
    const parts: Buffer[] = [];
    let length = 0;
    const deadline = setTimeout(() => stop(TOO_SLOW), deadlineMs);
    req.on('data', take);
    req.on('end', answer);
    req.on('error', () => clearTimeout(deadline));
    req.on('close', () => clearTimeout(deadline));

    function take(part: Buffer): void {
      length += part.length;
      if (length > MAX_REQUEST_BYTES) stop(tooLarge());
      else parts.push(part);
    }

    function stop(reply: Reply): void {
      clearTimeout(deadline);
      req.off('data', take);
      req.off('end', answer);
      sendReplyAndClose(req, res, reply, always);
    }

    function answer(): void {
      clearTimeout(deadline);
      const body = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, length);
      // `receive` never rejects: what an inbox throws comes back as a fault of fixed text.
      void receiver.receive({ ...known, body }).then((reply) => sendReply(res, reply, always));
    }
  }
}

const TOO_SLOW: Reply = {
  status: 408,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('The request came too slowly: send it again.\n'),
};

/** Node joins repeated lines, except for `set-cookie`, which no request has. */
function plainHeaders(req: IncomingMessage): Record<string, string> {
  return req.headers as Record<string, string>;
}
