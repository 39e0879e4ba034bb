import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { WebDeps } from './deps.ts';
import { healthRoutes } from './health-routes.ts';
import { belowPrefix, prefixOf } from './prefix.ts';
import { problem } from './problem.ts';
import { completed, replyHeaders } from './reply-headers.ts';
import type { Web } from './web.ts';

/** The port of a process that only works on the queue: for supervisors, and nothing of it is for the world. */
export function createWorkerWeb(deps: Pick<WebDeps, 'store' | 'clock' | 'notes' | 'publicUrl'>): Web {
  const app = new Hono({
    getPath(request) {
      const path = getPath(request);
      return belowPrefix(path, prefixOf(deps.publicUrl())) ?? path;
    },
  });
  app.route('/', healthRoutes(deps));
  app.notFound((c) => problem(c, 404, (say) => say.notFound));

  const fetch = async (request: Request) => completed(await app.fetch(request), replyHeaders(deps.publicUrl()));
  const listener = getRequestListener(fetch, { hostname: 'host.invalid', overrideGlobalObjects: false });
  return {
    fetch,
    node: (req, res) => void listener(req, res),
    mounted: (_req, _res, next) => next(),
  };
}
