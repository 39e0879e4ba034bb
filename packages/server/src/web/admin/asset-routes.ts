import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { type Context, Hono } from 'hono';
import { type Asset, asset, fileAsset, serveAsset } from '../assets.ts';
import { STYLESHEET } from './stylesheet.ts';
import type { DeskEnv } from './visitor.ts';

const require = createRequire(import.meta.url);

const HEADERS = { 'Cache-Control': 'public, max-age=3600' };
const SCRIPT = 'text/javascript; charset=utf-8';
const CSS = 'text/css; charset=utf-8';

/** From our own package, of whichever the sources, the modules built of them, or the bundle run. */
function built(name: string): string {
  return join(dirname(findPackageJSON(import.meta.url) ?? ''), 'dist', 'browser', name);
}

/** Style sheets and scripts, as files, because the pages allow none within. */
export function assetRoutes(): Hono<DeskEnv> {
  const read = new Map<string, Asset>();
  /** Each when it is first asked for. */
  const file = (c: Context, path: () => string, type: string) => {
    const asset = read.get(c.req.path) ?? fileAsset(path(), type);
    read.set(c.req.path, asset);
    return serveAsset(c.req.raw, asset, HEADERS);
  };
  const own = asset(STYLESHEET, CSS);
  const routes = new Hono<DeskEnv>();
  routes.get('/pico.css', (c) => file(c, () => require.resolve('@picocss/pico/css/pico.min.css'), CSS));
  routes.get('/uplot.css', (c) => file(c, () => require.resolve('uplot/dist/uPlot.min.css'), CSS));
  routes.get('/uplot.js', (c) => file(c, () => require.resolve('uplot/dist/uPlot.iife.min.js'), SCRIPT));
  for (const name of ['overview.js', 'inbox.js', 'moving.js'])
    routes.get(`/${name}`, (c) => file(c, () => built(name), SCRIPT));
  routes.get('/desk.css', (c) => serveAsset(c.req.raw, own, HEADERS));
  return routes;
}
