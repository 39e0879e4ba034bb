import { Hono } from 'hono';
import { html } from 'hono/html';
import type { WebDeps } from './deps.ts';
import { PAGE_HEADERS } from './plain-page.ts';
import { safeUrl } from './safe-url.ts';

/**
 * The pages that the doctor announces when it tries whether notifications arrive. They are for the receivers of other
 * servers, which look whether the link is there; our own never asks for them.
 */
export function testPageRoutes({ testPages }: Pick<WebDeps, 'testPages'>): Hono {
  return new Hono().get('/:token', (c) => {
    const to = c.req.query('to') ?? '';
    const target = safeUrl(to);
    if (!target || testPages?.read(c.req.param('token'), to) !== 'valid') return c.notFound();
    return c.html(testPage(target), 200, { ...PAGE_HEADERS, 'X-Robots-Tag': 'noindex, nofollow' });
  });
}

function testPage(target: string) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A test of Hearback</title><meta name="robots" content="noindex"></head>
<body><article class="h-entry"><h1 class="p-name">A test of Hearback</h1>
<p class="e-content">This page tries whether notifications about <a href="${target}">this page</a> arrive. It is gone in ten minutes.</p></article></body></html>
`;
}
