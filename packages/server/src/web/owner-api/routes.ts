import { parseUrl } from '@hearback/protocol';
import { type Context, Hono } from 'hono';
import type { Actor, ApiToken } from '../../access.ts';
import { DELIVERY_STATUSES } from '../../delivery.ts';
import { auditedDesk } from '../../inbound/audited-desk.ts';
import { MODERATION_STATES, type ModerationState } from '../../mention.ts';
import { viewOf } from '../../outbound/delivery-view.ts';
import type { Resendable } from '../../outbound/resend.ts';
import type { DeliveryFilter } from '../../ports/index.ts';
import { readCursor, writeCursor } from '../admin/tabs.ts';
import { askedIn, readFilter, type WrongField } from '../delivery-filter.ts';
import type { WebDeps } from '../deps.ts';
import { createBearer } from './bearer.ts';
import { readFields } from './body.ts';
import { createExportRoute } from './export.ts';
import { importApiRoutes } from './import.ts';
import { createLinkExport, createLinks } from './links.ts';
import { missing, refusal, reply, strayed } from './reply.ts';
import { searchedApiRoutes } from './searched.ts';
import { createSend } from './send.ts';
import { backlinkEntry, changeEntry, deliveryEntry, exchangeEntry, mentionEntry, stepEntry } from './shapes.ts';

const MOST_ROWS = 100;

const PATHS = [
  ...['/inbox', '/inbox/:id', '/send', '/deliveries', '/deliveries/:id', '/deliveries/:id/resend'],
  ...['/import', '/import/:id', '/export'],
];

type OwnerEnv = { Bindings: { readonly address?: string; readonly letLast?: () => void } };

/** What a program may do for the owner, each with a token that has the scope for it. */
export function ownerApiRoutes(deps: WebDeps): Hono<OwnerEnv> {
  const { store, desk } = deps;
  const bearer = createBearer(deps);
  const api = new Hono<OwnerEnv>();

  api.get('/inbox', async (c) => {
    const admission = await bearer(c, 'read', 'moderate');
    if (!admission.ok) return admission.response;
    const { site } = admission.token;
    const moderation = stateOf(c.req.query('status') ?? 'pending');
    if (!moderation) return refusal(400, 'invalid_input', `"status" is one of ${MODERATION_STATES.join(', ')}.`);
    const limit = limitOf(c);
    const before = readCursor(c.req.query('before'));
    if (c.req.query('before') && !before) return strayed('before');
    const filter = { moderation, ...(site !== undefined && { site }), ...(before && { before }) };
    const rows = await store.mentions.list({ ...filter, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return reply(200, { mentions: shown.map(mentionEntry), before: last ? writeCursor(last) : null });
  });

  api.get('/inbox/:id', async (c) => {
    const admission = await bearer(c, 'read', 'moderate');
    if (!admission.ok) return admission.response;
    const mention = await store.mentions.byId(c.req.param('id'));
    if (!mention || !reaches(admission.token, mention.site)) return missing();
    const steps = await store.mentions.trace(mention.id);
    const backlink = backlinkEntry(await store.backlinks.byMention(mention.id));
    const changes = (await store.backlinks.changes(mention.id)).map(changeEntry);
    return reply(200, { ...mentionEntry(mention), steps: steps.map(stepEntry), backlink, changes });
  });

  api.post('/inbox/:id', async (c) => {
    const admission = await bearer(c, 'moderate');
    if (!admission.ok) return admission.response;
    const mention = await store.mentions.byId(c.req.param('id'));
    if (!mention || !reaches(admission.token, mention.site)) return missing();
    const moderation = stateOf((await readFields(c.req.raw, ['moderation']))?.moderation);
    if (!moderation) return refusal(400, 'invalid_input', `"moderation" is one of ${MODERATION_STATES.join(', ')}.`);
    const [decided] = await auditedDesk(desk, deps, actorOf(c, admission.token)).moderate([mention.id], moderation);
    return decided ? reply(200, decided) : missing();
  });

  api.get('/backlinks', createLinks(deps, bearer));
  api.get('/backlinks/export/:format', createLinkExport(deps, bearer));

  api.get('/export', createExportRoute(deps, bearer));
  api.route('/import/searched', searchedApiRoutes(deps, bearer));
  api.route('/import', importApiRoutes(deps, bearer));

  api.post('/send', createSend(deps, bearer));

  api.get('/deliveries', async (c) => {
    const admission = await bearer(c, 'read', 'send');
    if (!admission.ok) return admission.response;
    const asked = deliveriesAsked(c);
    if (typeof asked === 'string') return refusal(400, 'invalid_input', asked);
    const { site } = admission.token;
    const limit = limitOf(c);
    const last = asked.before === undefined ? undefined : await store.deliveries.byId(asked.before);
    if (asked.before !== undefined && !(last && reaches(admission.token, last.site))) return strayed('before');
    const rows = await store.deliveries.list({ ...asked, ...(site !== undefined && { site }), limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const before = rows.length > limit ? shown.at(-1)?.id : undefined;
    return reply(200, { deliveries: shown.map((row) => deliveryEntry(viewOf(row))), before: before ?? null });
  });

  api.get('/deliveries/:id', async (c) => {
    const admission = await bearer(c, 'read', 'send');
    if (!admission.ok) return admission.response;
    const delivery = await store.deliveries.byId(c.req.param('id'));
    if (!delivery || !reaches(admission.token, delivery.site)) return missing();
    const steps = await store.deliveries.trace(delivery.id);
    const exchanges = await store.deliveries.exchanges(delivery.id);
    const entry = { ...deliveryEntry(viewOf(delivery)), steps: steps.map(stepEntry) };
    return reply(200, { ...entry, exchanges: exchanges.map(exchangeEntry) });
  });

  api.post('/deliveries/resend', async (c) => {
    const admission = await bearer(c, 'send');
    if (!admission.ok) return admission.response;
    return resent(c, admission.token, { failedOf: admission.token.site });
  });

  api.post('/deliveries/:id/resend', async (c) => {
    const admission = await bearer(c, 'send');
    if (!admission.ok) return admission.response;
    const delivery = await store.deliveries.byId(c.req.param('id'));
    if (!delivery || !reaches(admission.token, delivery.site)) return missing();
    return resent(c, admission.token, { ids: [delivery.id] });
  });

  async function resent(c: Context<OwnerEnv>, token: ApiToken, which: Resendable): Promise<Response> {
    const { name, address } = actorOf(c, token);
    const again = await deps.resend(which, name);
    const subject = 'ids' in which ? which.ids.join(' ') : 'all that failed';
    await store.audit.add([{ at: deps.clock.now(), by: name, address, action: 'resent', subject, detail: '' }]);
    return reply(202, { deliveries: again.map((row) => deliveryEntry(viewOf(row))) });
  }

  // Answered here and not by what comes after: the public API opens itself to pages of other origins, preflights included.
  for (const path of PATHS)
    api.all(path, () => refusal(405, 'method_not_allowed', 'This address does not answer that method.'));
  return api;
}

function reaches(token: ApiToken, site: string): boolean {
  return token.site === undefined || token.site === site;
}

function actorOf(c: Context<OwnerEnv>, token: ApiToken): Actor {
  return { name: `token ${token.name}`, address: c.env?.address };
}

function stateOf(word: string | undefined): ModerationState | undefined {
  return MODERATION_STATES.find((state) => state === word);
}

const WRONG: Record<WrongField, string> = {
  status: `"status" is one of ${DELIVERY_STATUSES.join(', ')}.`,
  protocol: '"protocol" is one of webmention, pingback, trackback.',
  host: '"host" is a host, with its port where it has one of its own.',
  from: '"from" is a day, such as 2026-01-31.',
  to: '"to" is a day, such as 2026-01-31.',
  post: '"post" is the address of a page.',
};

/** The filters of the desk; or what is wrong with one: a program is told, instead of being answered with everything. */
function deliveriesAsked(c: Context): Omit<DeliveryFilter, 'limit'> | string {
  const of = (name: string) => c.req.query(name) ?? '';
  const { filter, wrong } = readFilter(askedIn(c));
  if (wrong[0]) return WRONG[wrong[0]];
  const source = parseUrl(of('source'));
  if (of('source') && !source.ok) return '"source" is the address of a page.';
  const before = of('before');
  return { ...filter, ...(source.ok && { source: source.url.href }), ...(before && { before }) };
}

/** What is no number from 1 is as good as none; more than a page is a page. */
function limitOf(c: Context): number {
  const asked = c.req.query('limit') ?? '';
  return /^[1-9]\d{0,8}$/.test(asked) ? Math.min(Number(asked), MOST_ROWS) : MOST_ROWS;
}
