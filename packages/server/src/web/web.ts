import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '@hearback/protocol';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { createCallerFinder, type ForwardedHeaders } from './caller.ts';
import type { WebDeps } from './deps.ts';
import { createIntake, type Intake, intakeOf } from './intake.ts';
import { sendReplyAndClose } from './node-reply.ts';
import { completed, type ReplyHeaders, replyHeaders } from './reply-headers.ts';

export interface WebOptions {
  /** Milliseconds within which a notification's body must be there. */
  readonly bodyMs?: number;
}

export interface Web {
  /** Any request as a web-standard one; this is what other servers mount. `address` is the peer of the connection. */
  fetch(request: Request, info?: { readonly address?: string }): Promise<Response>;
  /** The same for `node:http`, with the raw reader on the intake paths. */
  node(req: IncomingMessage, res: ServerResponse): void;
}

const MAX_HEADER_LINES = 100;
/** Dot segments, doubled or encoded slashes and path parameters: nothing of ours has them, a probe does. */
const ODD_PATH = /^[^?]*(?:\/\/|\/\.{1,2}(?:[/?;]|$)|%2e|%2f|%5c|\\|;)/i;

export function createWeb(deps: WebDeps, { bodyMs = 10_000 }: WebOptions = {}): Web {
  const app = createApp(deps);
  const takeIn = createIntake(deps.receivers, bodyMs, deps.limits.clients);
  const findCaller = createCallerFinder(deps.trustProxy);

  function callerOf(peer: string | undefined, forwarded: ForwardedHeaders, intake: Intake | undefined): Caller {
    const address = findCaller(peer, forwarded);
    return { ...(address !== undefined && { address }), ...(intake?.site !== undefined && { site: intake.site }) };
  }

  let headers: { readonly publicUrl: string; readonly all: ReplyHeaders } | undefined;
  function everyReply(): ReplyHeaders {
    const publicUrl = deps.publicUrl();
    if (headers?.publicUrl !== publicUrl) headers = { publicUrl, all: replyHeaders(publicUrl) };
    return headers.all;
  }

  async function answer(request: Request, info: { readonly address?: string | undefined } = {}): Promise<Response> {
    const intake = intakeOf(new URL(request.url).pathname);
    const forwarded = {
      'x-forwarded-for': request.headers.get('x-forwarded-for') ?? undefined,
      forwarded: request.headers.get('forwarded') ?? undefined,
    };
    const caller = callerOf(info.address, forwarded, intake);
    if (!intake) return app.fetch(request, caller);
    const receiver = deps.receivers[intake.receiver];
    const no = request.method === 'POST' ? deps.limits.clients.admit(caller.address) : undefined;
    if (!no) return receiver.fetch(request, caller);
    const { status, headers, body } = receiver.decline(no.outcome, no.retryAfter);
    return new Response(body, { status, headers });
  }

  const throughHono = getRequestListener(
    (request, env) =>
      answer(request, { address: (env as { incoming: IncomingMessage }).incoming.socket.remoteAddress }),
    // For requests without Host: a name that is nobody's, so that none of them is taken for one from this machine.
    { hostname: 'host.invalid', overrideGlobalObjects: false },
  );

  return {
    fetch: async (request, info) => completed(await answer(request, info), everyReply()),
    node(req, res) {
      const always = everyReply();
      // A proxy may ask in absolute form (RFC 9112 §3.2.2); the host of it is not ours to judge here.
      const target = (req.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
      // Node keeps a thousand lines in silence; nobody honest sends a hundred.
      if (req.rawHeaders.length / 2 > MAX_HEADER_LINES) {
        sendReplyAndClose(req, res, text(431, 'Too many header lines.'), always);
      } else if (ODD_PATH.test(target)) {
        sendReplyAndClose(req, res, text(404, 'Not found.'), always);
      } else {
        const intake = intakeOf(target);
        if (intake) {
          // Node joins repeated lines of both with commas.
          takeIn(req, res, intake, callerOf(req.socket.remoteAddress, req.headers as ForwardedHeaders, intake), always);
          return;
        }
        if (req.headers.expect) res.writeContinue();
        // Set before anybody writes a head, so that no reply is without them; what a route sets replaces them.
        for (const [name, value] of Object.entries(always)) res.setHeader(name, value);
        void throughHono(req, res);
      }
    },
  };
}

function text(status: number, line: string) {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode(`${line}\n`),
  };
}
