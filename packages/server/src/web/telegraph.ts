import { parseUrl } from '@hearback/protocol';
import { Hono } from 'hono';
import type { ApiToken } from '../access.ts';
import { type Delivery, isFinal } from '../delivery.ts';
import { enqueueCallback } from '../outbound/outcome-hooks.ts';
import { telegraphStatus } from '../outbound/telegraph-status.ts';
import type { WebDeps } from './deps.ts';
import { findToken } from './owner-api/bearer.ts';
import { readFields } from './owner-api/body.ts';
import { refusal, reply } from './owner-api/reply.ts';
import { safeUrl } from './safe-url.ts';
import { line, prose } from './text.ts';

const FIELDS = ['token', 'source', 'target', 'target_domain', 'callback'] as const;

/**
 * Telegraph's API for clients that have one: `POST webmention` announces a page, `GET webmention/ID` says what came of it.
 * The token stands in the form, where those clients put it, and never in an address. All links of the page are told, as
 * with `/api/send`; `target` or `target_domain` choose what is answered.
 */
export function telegraphRoutes(deps: WebDeps): Hono<{ Bindings: { readonly address?: string } }> {
  const { store, directory, clock } = deps;
  const routes = new Hono<{ Bindings: { readonly address?: string } }>();
  const locationOf = ({ id }: Pick<Delivery, 'id'>) => `${deps.publicUrl()}/api/telegraph/webmention/${id}`;

  async function withCallback(id: string, callback: string): Promise<void> {
    await store.transaction(async (tables) => {
      const delivery = await tables.deliveries.byId(id);
      if (!delivery) return;
      const reason = `Asked to tell ${callback} of the outcome.`;
      const step = { at: clock.now(), step: 'found', outcome: 'callback', reason } as const;
      // One that has ended already has no end to come.
      if (isFinal(delivery.status)) await enqueueCallback(clock, tables.jobs, id, callback);
      await tables.deliveries.record(id, { callback }, step);
    });
    deps.onWork?.();
  }

  routes.post('/webmention', async (c) => {
    if (new URL(c.req.url).searchParams.has('token'))
      return refusal(401, 'authentication_required', 'A token stands in the form and never in an address.');
    const fields = await readFields(c.req.raw, FIELDS);
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (!(fields?.token ?? bearer))
      return refusal(401, 'authentication_required', 'A token is required to use the API');
    const token = await findToken(deps, fields?.token ?? bearer);
    if (!token?.scopes.includes('send'))
      return refusal(401, 'invalid_token', 'The token is not valid, or may not send.');
    const { source = '', target, target_domain: domain, callback } = fields ?? {};
    if (source === '' || !(target || domain))
      return refusal(400, 'missing_parameters', 'The source or target parameters were missing');
    const [page, wanted, hook] = [source, target, callback].map((text) => (text ? parseUrl(text) : undefined));
    if (!page?.ok || wanted?.ok === false)
      return refusal(400, 'invalid_parameter', 'The source or target parameters were invalid');
    if (hook?.ok === false) return refusal(400, 'invalid_parameter', 'The callback parameter was invalid');
    if (!mayAnnounce(directory.resolve(page.url)?.site.id, token))
      return refusal(400, 'invalid_parameter', 'The source is no page of a site that this token reaches');
    const report = await deps.send([page.url.href], { waitMs: 0 });
    const entry = { by: `token ${token.name}`, address: c.env?.address, action: 'sent' } as const;
    await store.audit.add([{ at: clock.now(), ...entry, subject: page.url.href, detail: '' }]);
    if (report.problems.length > 0) return refusal(400, 'source_not_html', report.problems.map(line).join(' '));
    const told = report.deliveries.filter((one) => {
      const url = new URL(one.target);
      return wanted?.ok ? url.href === wanted.url.href : url.hostname === domain || url.hostname.endsWith(`.${domain}`);
    });
    const ids = told.flatMap(({ id }) => id ?? []);
    if (ids.length === 0)
      return refusal(400, 'no_link_found', 'The source document does not have a link to the target URL');
    if (hook?.ok) for (const id of ids) await withCallback(id, hook.url.href);
    const locations = ids.map((id) => locationOf({ id }));
    const [first = ''] = locations;
    return reply(201, { status: 'queued', location: target ? first : locations }, { Location: first });
  });

  routes.get('/webmention/:id', async (c) => {
    const delivery = await store.deliveries.byId(c.req.param('id'));
    if (!delivery) return reply(404, { status: 'not_found' });
    const { endpoint, summary, ...known } = telegraphStatus(delivery);
    return reply(200, {
      ...known,
      ...(endpoint !== undefined && { endpoint: safeUrl(endpoint) }),
      summary: prose(summary),
      ...(!isFinal(delivery.status) && { location: locationOf(delivery) }),
    });
  });

  for (const path of ['/webmention', '/webmention/:id'])
    routes.all(path, () => refusal(405, 'method_not_allowed', 'This address does not answer that method.'));
  return routes;
}

function mayAnnounce(site: string | undefined, token: ApiToken): boolean {
  return site !== undefined && (token.site === undefined || token.site === site);
}
