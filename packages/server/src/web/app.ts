import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { deskRoutes } from './admin/desk.tsx';
import { apiRoutes } from './api/routes.ts';
import type { WebDeps } from './deps.ts';
import { fragmentRoutes } from './fragment.tsx';
import { noticeRoutes } from './notice-routes.tsx';
import { ownerApiRoutes } from './owner-api/routes.ts';
import { belowPrefix, prefixOf } from './prefix.ts';
import { problem } from './problem.ts';
import { publicRoutes } from './public-routes.ts';
import { telegraphRoutes } from './telegraph.ts';
import { websubRoutes } from './websub.ts';
import { widgetRoutes } from './widget.ts';

const READ_ONLY = [
  '/status/:id',
  '/healthz',
  '/readyz',
  '/fragment',
  '/widget.js',
  ...['mentions', 'links'].flatMap((name) => [`/api/${name}`, `/api/${name}.json`, `/api/${name}.jf2`]),
  '/api/count',
  '/api/count.json',
];

/** What is known of the caller. */
export interface Known {
  Bindings: { readonly address?: string };
}

/** Everything but the intake. A proxy may have taken the prefix of the public URL away, or not. */
export function createApp(deps: WebDeps): Hono<Known> {
  const app = new Hono<Known>({
    getPath(request) {
      const path = getPath(request);
      return belowPrefix(path, prefixOf(deps.publicUrl())) ?? path;
    },
  });
  app.route('/', publicRoutes(deps));
  app.route('/', fragmentRoutes(deps));
  app.route('/', widgetRoutes());
  // First, so that nothing of it is open to pages of other origins, as the public API is.
  app.route('/api', ownerApiRoutes(deps));
  app.route('/api/telegraph', telegraphRoutes(deps));
  app.route('/api', apiRoutes(deps));
  app.route('/admin', deskRoutes(deps));
  app.route('/notices', noticeRoutes(deps));
  app.route('/websub', websubRoutes(deps));

  app.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], READ_ONLY, (c) =>
    problem(c, 405, 'Method not allowed', 'This address answers GET and HEAD only.', { Allow: 'GET, HEAD' }),
  );
  app.notFound((c) => problem(c, 404, 'Not found', 'There is nothing at this address.'));

  app.onError((error, c) => {
    const requestId = deps.random.id();
    deps.onDefect(requestId, error);
    return problem(c, 500, 'Internal error', `Something went wrong here, and it was logged. Request ${requestId}.`);
  });
  return app;
}
