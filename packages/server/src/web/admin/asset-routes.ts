import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { type Asset, asset, fileAsset, serveAsset } from '../assets.ts';
import { STYLESHEET } from './stylesheet.ts';
import type { DeskEnv } from './visitor.ts';

const require = createRequire(import.meta.url);

const HEADERS = { 'Cache-Control': 'public, max-age=3600' };
const CSS = 'text/css; charset=utf-8';

/** The two style sheets, as files, because the pages allow no inline style. */
export function assetRoutes(): Hono<DeskEnv> {
  let pico: Asset | undefined;
  const own = asset(STYLESHEET, CSS);
  const routes = new Hono<DeskEnv>();
  routes.get('/pico.css', (c) => {
    pico ??= fileAsset(require.resolve('@picocss/pico/css/pico.min.css'), CSS);
    return serveAsset(c.req.raw, pico, HEADERS);
  });
  routes.get('/desk.css', (c) => serveAsset(c.req.raw, own, HEADERS));
  return routes;
}
