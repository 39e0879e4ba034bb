import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import { isStorageTrouble } from '../errors.ts';
import { deskRoutes } from './admin/desk.tsx';
import { apiRoutes } from './api/routes.ts';
import { avatarRoutes } from './avatars.ts';
import { badgeRoutes } from './badge.tsx';
import { conversationRoutes } from './conversation.ts';
import type { WebDeps } from './deps.ts';
import { feedRoutes } from './feeds.ts';
import { fragmentRoutes } from './fragment.tsx';
import type { Known } from './known.ts';
import { metricsRoutes } from './metrics.ts';
import { noticeRoutes } from './notice-routes.tsx';
import { openApiRoutes } from './openapi/routes.ts';
import { ownerApiRoutes } from './owner-api/routes.ts';
import { belowPrefix, prefixOf } from './prefix.ts';
import { problem } from './problem.ts';
import { publicRoutes } from './public-routes.ts';
import { telegraphRoutes } from './telegraph.ts';
import { testPageRoutes } from './test-page.ts';
import { websubRoutes } from './websub.ts';
import { widgetRoutes } from './widget.ts';

const READ_ONLY = [
  '/status/:id',
  '/healthz',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/fragment',
  '/fragment.json',
  '/feed.atom',
  '/feed.rss',
  '/feed.json',
  '/conversation.js',
  '/badge.svg',
  '/avatar/:name',
  '/widget.js',
  '/status/try/:token',
  ...['mentions', 'links'].flatMap((name) =>
    ['', '.json', '.jf2', '.atom', '.html'].map((end) => `/api/${name}${end}`),
  ),
  '/api/count',
  '/api/count.json',
  '/api/deleted.jf2',
  '/api/export.jf2',
  '/api/example/mentions.jf2',
];

/** Everything but the intake. A proxy may have taken the prefix of the public URL away, or not. */
export function createApp(deps: WebDeps): Hono<Known> {
  const app = new Hono<Known>({
    getPath(request) {
      const path = getPath(request);
      return belowPrefix(path, prefixOf(deps.publicUrl())) ?? path;
    },
  });
  app.route('/', publicRoutes(deps));
  app.route('/', metricsRoutes(deps));
  app.route('/', openApiRoutes(deps));
  app.route('/', fragmentRoutes(deps));
  app.route('/', feedRoutes(deps));
  app.route('/', badgeRoutes(deps));
  app.route('/', avatarRoutes(deps));
  app.route('/', widgetRoutes());
  app.route('/', conversationRoutes());
  // First, so that nothing of it is open to pages of other origins, as the public API is.
  app.route('/api', ownerApiRoutes(deps));
  app.route('/api/telegraph', telegraphRoutes(deps));
  app.route('/api', apiRoutes(deps));
  app.route('/admin', deskRoutes(deps));
  app.route('/notices', noticeRoutes(deps));
  app.route('/websub', websubRoutes(deps));
  app.route('/status/try', testPageRoutes(deps));

  app.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], READ_ONLY, (c) =>
    problem(c, 405, (say) => say.method, { Allow: 'GET, HEAD' }),
  );
  app.notFound((c) => problem(c, 404, (say) => say.notFound));

  app.onError((error, c) => {
    const requestId = deps.random.id();
    deps.onDefect(requestId, error);
    // Nothing of ours is broken: the database is restarted, or its disk is full.
    if (isStorageTrouble(error)) return problem(c, 503, (say) => say.away, { 'Retry-After': '60' });
    return problem(c, 500, (say) => say.internal(requestId));
  });
  return app;
}
