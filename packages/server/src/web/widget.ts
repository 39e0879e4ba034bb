import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { type Asset, fileAsset, serveAsset } from './assets.ts';

const require = createRequire(import.meta.url);

const HEADERS = {
  // A module is fetched with CORS wherever it is put.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=86400, stale-while-revalidate=604800',
};

/** `GET /widget.js`: the custom element, as the widget package built it. */
export function widgetRoutes(): Hono {
  let widget: Asset | undefined;
  return new Hono().get('/widget.js', (c) => {
    widget ??= fileAsset(require.resolve('@hearback/widget'), 'text/javascript; charset=utf-8');
    return serveAsset(c.req.raw, widget, HEADERS);
  });
}
