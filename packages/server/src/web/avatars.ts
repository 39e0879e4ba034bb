import { Hono } from 'hono';
import { serveAsset } from './assets.ts';
import type { WebDeps } from './deps.ts';

const TYPES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png' };

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // The name is made from the bytes: others would have another one.
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox",
};

/** `GET /avatar/NAME`: our copies of the pictures of authors whose mentions readers see. */
export function avatarRoutes({ store }: Pick<WebDeps, 'store'>): Hono {
  return new Hono().get('/avatar/:name', async (c) => {
    const name = c.req.param('name');
    const type = TYPES[/^[\w-]{22}\.(jpg|png)$/.exec(name)?.[1] ?? ''];
    const bytes = type && (await store.avatars.bytes(name));
    if (!type || !bytes) return c.notFound();
    return serveAsset(c.req.raw, { body: new Uint8Array(bytes), type, etag: `"${name}"` }, HEADERS);
  });
}
