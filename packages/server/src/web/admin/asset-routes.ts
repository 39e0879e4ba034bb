import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { type Asset, asset, fileAsset, serveAsset } from '../assets.ts';
import { STYLESHEET } from './stylesheet.ts';
import type { DeskEnv } from './visitor.ts';

const require = createRequire(import.meta.url);

const HEADERS = { 'Cache-Control': 'public, max-age=3600' };
const SCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

/** Style sheets and the script, as files, because the pages allow none within. */
export function assetRoutes(): Hono<DeskEnv> {
  let pico: Asset | undefined;
  let inbox: Asset | undefined;
  const own = asset(STYLESHEET, CSS);
  const routes = new Hono<DeskEnv>();
  routes.get('/pico.css', (c) => {
    pico ??= fileAsset(require.resolve('@picocss/pico/css/pico.min.css'), CSS);
    return serveAsset(c.req.raw, pico, HEADERS);
  });
  routes.get('/inbox.js', (c) => {
    inbox ??= fileAsset(fileURLToPath(new URL('../../../dist/browser/inbox.js', import.meta.url)), SCRIPT);
    return serveAsset(c.req.raw, inbox, HEADERS);
  });
  routes.get('/desk.css', (c) => serveAsset(c.req.raw, own, HEADERS));
  return routes;
}
