import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { BridgeCaller } from '../inbound/bridge.ts';
import type { createApp } from './app.ts';
import { createCallerFinder, type ForwardedHeaders } from './caller.ts';
import type { WebDeps } from './deps.ts';
import { createIntake, type Intake, intakeOf } from './intake.ts';
import { letLast } from './lasting.ts';
import { createMount, type Next, originForm } from './mount.ts';
import { sendReplyAndClose } from './node-reply.ts';
import { belowPrefix, movedBelow, prefixOf } from './prefix.ts';
import { completed, type ReplyHeaders, replyHeaders } from './reply-headers.ts';

export interface WebOptions {
  /** Milliseconds within which a notification's body must be there. */
  readonly bodyMs?: number;
}

export interface Web {
  /** Any request as a web-standard one; this is what other servers mount. `address` is the peer of the connection. */
  fetch(request: Request, info?: { readonly address?: string | undefined }): Promise<Response>;
  /** The same for `node:http`, with the raw reader on the intake paths. */
  node(req: IncomingMessage, res: ServerResponse): void;
  /** The same within a server of somebody else's, who goes on with what is not ours. */
  mounted(req: IncomingMessage, res: ServerResponse, next: Next): void;
}

/** Where a request comes from. */
interface Peer {
  readonly address?: string | undefined;
  /** Spares it the deadline of requests. */
  readonly letLast?: () => void;
  /** Where the answer goes. */
  readonly outgoing?: ServerResponse;
}

const MAX_HEADER_LINES = 100;
/** Dot segments, doubled or encoded slashes and path parameters: nothing of ours has them, a probe does. */
const ODD_PATH = /^[^?]*(?:\/\/|\/\.{1,2}(?:[/?;]|$)|%2e|%2f|%5c|\\|;)/i;

export function createWeb(deps: WebDeps, { bodyMs = 10_000 }: WebOptions = {}): Web {
  let opened: Promise<ReturnType<typeof createApp>> | undefined;
  /** Pages, their words and forms are half of the program: loaded when somebody asks for one, not before the first pingback. */
  function openApp() {
    opened ??= import('./app.ts').then(({ createApp }) => createApp(deps));
    return opened;
  }
  let mounting: Promise<ReturnType<typeof createMount>> | undefined;
  function openMount() {
    const { directory } = deps;
    mounting ??= openApp().then((app) => createMount({ app, directory, prefix: () => here().prefix, reply }));
    return mounting;
  }
  const takeIn = createIntake(deps.receivers, bodyMs, deps.limits.clients);
  const findCaller = createCallerFinder(deps.trustProxy);

  function callerOf(peer: string | undefined, forwarded: ForwardedHeaders, intake: Intake | undefined): BridgeCaller {
    const address = findCaller(peer, forwarded);
    // An account of webmention.io need not be called like its site: what names no site here limits nothing.
    const site = intake?.site === undefined ? undefined : deps.directory.byId(intake.site)?.id;
    return {
      ...(address !== undefined && { address }),
      ...(site !== undefined && { site }),
      ...(intake?.forward !== undefined && { forward: intake.forward }),
    };
  }

  let known: { readonly publicUrl: string; readonly prefix: string; readonly always: ReplyHeaders } | undefined;
  function here() {
    const publicUrl = deps.publicUrl();
    if (known?.publicUrl !== publicUrl)
      known = { publicUrl, prefix: prefixOf(publicUrl), always: replyHeaders(publicUrl) };
    return known;
  }

  async function answer(request: Request, info: Peer = {}): Promise<Response> {
    const { prefix } = here();
    const { pathname, search } = new URL(request.url);
    const intake = intakeOf((belowPrefix(pathname, prefix) ?? pathname) + search);
    const forwarded = {
      'x-forwarded-for': request.headers.get('x-forwarded-for') ?? undefined,
      forwarded: request.headers.get('forwarded') ?? undefined,
    };
    const caller = callerOf(info.address, forwarded, intake);
    if (!intake)
      return movedBelow(
        await (await openApp()).fetch(request, { ...caller, letLast: info.letLast, outgoing: info.outgoing }),
        prefix,
      );
    const receiver = deps.receivers[intake.receiver];
    const no = request.method === 'POST' ? await deps.limits.clients.admit(caller.address) : undefined;
    if (!no) return receiver.fetch(request, caller);
    const { status, headers, body } = receiver.decline(no.outcome, no.retryAfter);
    return new Response(body, { status, headers });
  }

  const throughHono = getRequestListener(
    (request, env) => {
      const { incoming, outgoing } = env as { incoming: IncomingMessage; outgoing: ServerResponse };
      const { socket } = incoming;
      return answer(request, { address: socket.remoteAddress, letLast: () => letLast(socket), outgoing });
    },
    // For requests without Host: a name that is nobody's, so that none of them is taken for one from this machine.
    { hostname: 'host.invalid', overrideGlobalObjects: false },
  );

  function reply(req: IncomingMessage, res: ServerResponse, target: string): void {
    const { always } = here();
    const intake = intakeOf(target);
    // Node keeps a thousand lines in silence; nobody honest sends a hundred.
    if (req.rawHeaders.length / 2 > MAX_HEADER_LINES) {
      sendReplyAndClose(req, res, text(431, 'Too many header lines.'), always);
    } else if (ODD_PATH.test(target)) {
      sendReplyAndClose(req, res, text(404, 'Not found.'), always);
    } else if (intake) {
      // Node joins repeated lines of both with commas.
      takeIn(req, res, intake, callerOf(req.socket.remoteAddress, req.headers as ForwardedHeaders, intake), always);
    } else {
      if (req.headers.expect) res.writeContinue();
      // Set before anybody writes a head, so that no reply is without them; what a route sets replaces them.
      for (const [name, value] of Object.entries(always)) res.setHeader(name, value);
      void throughHono(req, res);
    }
  }

  return {
    fetch: async (request, info) => completed(await answer(request, info), here().always),
    node(req, res) {
      const target = originForm(req.url);
      reply(req, res, belowPrefix(target, here().prefix) ?? target);
    },
    mounted: (req, res, next) => void openMount().then((mount) => mount(req, res, next), next),
  };
}

function text(status: number, line: string) {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode(`${line}\n`),
  };
}
