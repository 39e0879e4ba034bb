import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { wantsJson } from './negotiate.ts';
import { PAGE_HEADERS, plainPage } from './plain-page.ts';

/** An error for whoever asked, as a page or as JSON. Never what was thrown: that is for the owner's log. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  title: string,
  sentence: string,
  headers: Record<string, string> = {},
): Response | Promise<Response> {
  const error = title.toLowerCase().replaceAll(' ', '_');
  return wantsJson(c.req.raw) || c.req.path.startsWith('/api/')
    ? c.json({ error, error_description: sentence }, status, headers)
    : c.html(plainPage(title, sentence), status, { ...PAGE_HEADERS, ...headers });
}
