import { parseUrl } from '@hearback/protocol';
import type { Context } from 'hono';
import type { Actor, ApiToken } from '../../access.ts';
import { lookNow } from '../../outbound/look-now.ts';
import { listingOf, type Site } from '../../site.ts';
import { liveToken } from '../../tokens.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import type { Admission, createBearer } from './bearer.ts';
import { bodyOf, type PostedBody } from './body.ts';
import { type Deploy, readDeploy } from './deploy.ts';
import { refusal, reply } from './reply.ts';
import { deliveryEntry } from './shapes.ts';
import { signerOf } from './signed.ts';

type SendContext = Context<{ Bindings: { readonly address?: string } }>;

const FOREIGN_SIGNATURE =
  'The signature is that of no token that may send: sign with what "hearback token secret ID" prints.';

/** Tokens that are tried for a signature which names no site. */
const MOST_SIGNERS = 200;

/**
 * `POST /api/send`: announces one page (`source`), or, when a deployment is told of, has the site's listing looked at. A
 * hook comes with a token like everything else, in `Authorization` or `cf-webhook-auth`; of those who can send neither it is
 * enough that they signed it with the token's signing secret.
 */
export function createSend(deps: WebDeps, bearer: ReturnType<typeof createBearer>) {
  const { store, directory, clock } = deps;

  async function admit(c: SendContext, posted: PostedBody | undefined): Promise<Admission> {
    const { headers } = c.req.raw;
    const isSigned = headers.has('x-hub-signature-256') || headers.has('x-webhook-signature');
    if (headers.has('authorization') || !isSigned) return bearer(c, 'send');
    // Whoever signs badly costs an HMAC for each token.
    const declined = await deps.limits.clients.admit(c.env?.address);
    if (declined) {
      const response = refusal(429, 'too_many', 'Too many requests come from this address.');
      response.headers.set('Retry-After', String(declined.retryAfter));
      return { ok: false, response };
    }
    const tokens = (await signers(posted && readDeploy(headers, posted.fields))).filter(({ scopes }) =>
      scopes.includes('send'),
    );
    const signer = posted && signerOf(headers, posted.bytes, tokens);
    const token = signer && (await liveToken(store, signer));
    if (!posted || !token?.scopes.includes('send'))
      return { ok: false, response: refusal(401, 'unauthorized', FOREIGN_SIGNATURE) };
    await store.tokens.touch(token.id, clock.now());
    if ('source' in posted.fields || !readDeploy(headers, posted.fields)) {
      const why = 'A signature is good for telling of a deployment only; to announce a page, send the token.';
      return { ok: false, response: refusal(403, 'insufficient_scope', why) };
    }
    return { ok: true, token };
  }

  /** Whose signature it may be: an HMAC is made for each, so where it names a site those of other sites are not tried. */
  async function signers(deploy: Deploy | undefined): Promise<readonly ApiToken[]> {
    const named = (deploy?.urls ?? []).flatMap((text) => {
      const parsed = parseUrl(text);
      return (parsed.ok && directory.resolve(parsed.url)?.site.id) || [];
    });
    if (named.length === 0) return store.tokens.list({ limit: MOST_SIGNERS });
    const lists = await Promise.all(['house', ...new Set(named)].map((site) => store.tokens.list({ site })));
    return lists.flat();
  }

  async function note(c: SendContext, token: ApiToken, subject: string, detail: string): Promise<void> {
    const actor: Actor = { name: `token ${token.name}`, address: c.env?.address };
    const entry = { by: actor.name, address: actor.address, action: 'sent', subject, detail } as const;
    await store.audit.add([{ at: clock.now(), ...entry }]);
  }

  async function look(c: SendContext, token: ApiToken, deploy: Deploy): Promise<Response> {
    const { from, idle } = deploy;
    if (idle !== undefined) return reply(200, { from, started: null, reason: line(idle) });
    await directory.refresh();
    const site = siteOf(token, deploy);
    if (site === undefined)
      return refusal(
        422,
        'no_site',
        'Which site was deployed is not said: use a token for one site, or name it in "deployed".',
      );
    const listing = listingOf(site);
    if (listing === undefined || !site.announce) {
      const why =
        listing === undefined
          ? 'It has no feed, sitemap or folder to look at.'
          : 'Its posts are not announced by themselves.';
      return refusal(422, 'not_watched', `${line(site.name)} is not watched. ${why}`);
    }
    await lookNow(store, site, clock.now());
    deps.onWork?.();
    await note(c, token, site.url, `deploy hook of ${from}`);
    return reply(202, {
      from,
      started: 'look',
      site: site.url,
      listing,
      reason: `What changed in ${listing} is looked at now.`,
    });
  }

  /** The token's own, else the one that the hook names, else the only one. */
  function siteOf(token: ApiToken, { urls }: Deploy): Site | undefined {
    if (token.site !== undefined) return directory.byId(token.site);
    for (const url of urls) {
      const parsed = parseUrl(url);
      const own = parsed.ok ? directory.resolve(parsed.url)?.site : undefined;
      if (own) return own;
    }
    const sites = directory.sites();
    return sites.length === 1 ? sites[0] : undefined;
  }

  async function announce(
    c: SendContext,
    token: ApiToken,
    fields: Readonly<Record<string, unknown>>,
  ): Promise<Response> {
    const source = parseUrl(typeof fields.source === 'string' ? fields.source : '');
    if (!source.ok) return refusal(400, 'invalid_input', 'Name the page to announce: "source" with its address.');
    const target = fields.target === undefined ? undefined : parseUrl(String(fields.target));
    if (target && !target.ok) return refusal(400, 'invalid_input', '"target" is no web address.');
    const site = directory.resolve(source.url)?.site.id;
    if (site === undefined || !(token.site === undefined || token.site === site)) {
      const why = `${line(source.url.href)} is a page of no site that this token may announce.`;
      return refusal(404, 'not_found', why);
    }
    const { href } = source.url;
    const report = await deps.send([href], { waitMs: 0 });
    await note(c, token, href, '');
    if (report.problems.length > 0) return refusal(422, 'not_sent', report.problems.map(line).join(' '));
    const wanted = target?.ok ? target.url.href : undefined;
    const told = report.deliveries.filter((one) => wanted === undefined || new URL(one.target).href === wanted);
    if (told.length === 0 && wanted !== undefined)
      return refusal(422, 'no_link', 'The source has no link to that target: publish the link, then send again.');
    const status = `${deps.publicUrl()}/api/deliveries?source=${encodeURIComponent(href)}`;
    const answer = { source: href, status, deliveries: told.map(deliveryEntry) };
    return reply(202, { ...answer, warnings: report.warnings.map(line) }, { Location: status });
  }

  return async (c: SendContext): Promise<Response> => {
    const posted = await bodyOf(c.req.raw);
    const admission = await admit(c, posted);
    if (!admission.ok) return admission.response;
    const deploy = posted && !('source' in posted.fields) ? readDeploy(c.req.raw.headers, posted.fields) : undefined;
    return deploy ? look(c, admission.token, deploy) : announce(c, admission.token, posted?.fields ?? {});
  };
}
