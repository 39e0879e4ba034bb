import { Hono } from 'hono';
import ipaddr from 'ipaddr.js';
import { trustOf } from './caller.ts';
import type { WebDeps } from './deps.ts';
import { createBearer } from './owner-api/bearer.ts';
import { refusal } from './owner-api/reply.ts';

const HEADERS = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' };

/**
 * `GET /metrics`: numbers about the whole house, so not for strangers. They are for whoever has a token that reads all
 * sites, and for the addresses that the operator named. That somebody calls from this machine opens nothing by itself:
 * behind a proxy that is not named all the world does.
 */
export function metricsRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'metrics' | 'metricsFrom'>): Hono<{
  Bindings: { readonly address?: string };
}> {
  const bearer = createBearer(deps);
  const isNamed = trustOf(deps.metricsFrom ?? []);
  return new Hono<{ Bindings: { readonly address?: string } }>().get('/metrics', async (c) => {
    const { metrics } = deps;
    if (!metrics) return c.notFound();
    const address = c.env?.address;
    if (address === undefined || !ipaddr.isValid(address) || !isNamed(ipaddr.process(address))) {
      const admission = await bearer(c, 'read');
      if (!admission.ok) return admission.response;
      if (admission.token.site !== undefined)
        return refusal(403, 'insufficient_scope', 'These are the numbers of all sites, and this token reads one.');
    }
    return c.body(await metrics.text(), 200, HEADERS);
  });
}
