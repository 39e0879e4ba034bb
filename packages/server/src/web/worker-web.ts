import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { createCallerFinder } from './caller.ts';
import type { WebDeps } from './deps.ts';
import { healthRoutes } from './health-routes.ts';
import { metricsRoutes } from './metrics.ts';
import { belowPrefix, prefixOf } from './prefix.ts';
import { problem } from './problem.ts';
import { completed, replyHeaders } from './reply-headers.ts';
import type { Web } from './web.ts';

/** The port of a process that only works on the queue: for supervisors, and nothing of it is for the world. */
export function createWorkerWeb(
  deps: Pick<WebDeps, 'store' | 'clock' | 'notes' | 'publicUrl' | 'trustProxy' | 'metrics' | 'metricsFrom'>,
): Web {
  const findCaller = createCallerFinder(deps.trustProxy);
  const app = new Hono<{ Bindings: { readonly address?: string } }>({
    getPath(request) {
      const path = getPath(request);
      return belowPrefix(path, prefixOf(deps.publicUrl())) ?? path;
    },
  });
  app.route('/', healthRoutes(deps));
  app.route('/', metricsRoutes(deps));
  app.notFound((c) => problem(c, 404, (say) => say.notFound));

  const fetch: Web['fetch'] = async (request, info) => {
    const address = findCaller(info?.address, {
      'x-forwarded-for': request.headers.get('x-forwarded-for') ?? undefined,
      forwarded: request.headers.get('forwarded') ?? undefined,
    });
    const reply = await app.fetch(request, { ...(address !== undefined && { address }) });
    return completed(reply, replyHeaders(deps.publicUrl()));
  };
  const listener = getRequestListener(
    (request, env) => fetch(request, { address: (env as { incoming: IncomingMessage }).incoming.socket.remoteAddress }),
    { hostname: 'host.invalid', overrideGlobalObjects: false },
  );
  return {
    fetch,
    node: (req, res) => void listener(req, res),
    mounted: (_req, _res, next) => next(),
  };
}
