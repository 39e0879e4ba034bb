import { Hono } from 'hono';
import type { WebDeps } from '../deps.ts';
import { openApiDocument } from './document.ts';

const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=3600' };

/** `GET /openapi.json`. */
export function openApiRoutes({ publicUrl }: Pick<WebDeps, 'publicUrl'>): Hono {
  return new Hono().get('/openapi.json', (c) => c.json(openApiDocument(publicUrl()), 200, HEADERS));
}
