import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { may, type Right, sitesWith } from '../../access.ts';
import type { WebDeps } from '../deps.ts';
import { problem } from '../problem.ts';
import type { DeskEnv } from './visitor.ts';

type Deps = Pick<WebDeps, 'store' | 'directory'>;
/** The sites that a request is about; none where there is no such thing, which the page itself says. */
type Concerned = (c: Context<DeskEnv>, deps: Deps) => Promise<readonly string[]>;

/**
 * Where the right has to be had: `own` concerns nobody but the visitor; `house` all sites at once; `listed` the site in
 * the address, and whoever has not all of them looks at one at a time; or the sites of what is named.
 */
type Place = 'own' | 'house' | 'listed' | 'somewhere' | Concerned;
type Need = readonly [Right, Place];

const mention: Concerned = async (c, { store }) => siteOf(await store.mentions.byId(idIn(c)));
const delivery: Concerned = async (c, { store }) => siteOf(await store.deliveries.byId(idIn(c)));
const refusal: Concerned = async (c, { store }) => siteOf(await store.refusals.byId(idIn(c)));
const addressInForm: Concerned = async (c, { directory }) => {
  const url = URL.parse((c.var.form.get('url') ?? '').trim());
  const own = url && directory.resolve(url);
  return own ? [own.site.id] : [];
};
const site: Concerned = async (c) => [idIn(c)];
const siteInForm: Concerned = async (c) => [c.var.form.get('site') ?? ''];
const ruleInForm: Concerned = async (c, { store }) => siteOf(await store.rules.byId(c.var.form.get('rule') ?? ''));
const mentionAsked: Concerned = async (c, { store }) => siteOf(await store.mentions.byId(c.req.query('mention') ?? ''));
const mentionAndForm: Concerned = async (c, deps) => [...(await mention(c, deps)), ...(await mentionsInForm(c, deps))];
const viewInForm: Concerned = async (c) => [new URLSearchParams(c.var.form.get('view') ?? '').get('site') ?? ''];
const mentionsInForm: Concerned = async (c, { store }) => {
  const { form } = c.var;
  const one = form.get('one')?.split(':')[1];
  const step = await store.deskSteps.byId(form.get('step') ?? '');
  const ids = [...form.getAll('mention'), ...(one ? [one] : []), ...Object.values(step?.before ?? {}).flat()];
  const sites = await Promise.all(ids.map(async (id) => siteOf(await store.mentions.byId(id))));
  return [...new Set(sites.flat())];
};

/** The `:id` of the address. A middleware has no parameters but its own, and this is one. */
function idIn(c: Context<DeskEnv>): string {
  const at = routeOf(c)?.path.split('/').indexOf(':id') ?? -1;
  const text = c.req.path.split('/')[at] ?? '';
  return tryDecode(text);
}

/** As the router reads it: what is no encoding stands for itself. */
function tryDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function routeOf(c: Context<DeskEnv>) {
  return matchedRoutes(c).find(({ path }) => !path.includes('*'));
}

function siteOf(one: { readonly site: string } | undefined): readonly string[] {
  return one ? [one.site] : [];
}

/** What each page and each form of the desk asks for. One that is not in here is open to nobody. */
const NEEDS: Readonly<Record<string, Need>> = {
  'GET /admin': ['see', 'own'],
  'POST /admin/logout': ['see', 'own'],
  'GET /admin/account': ['see', 'own'],
  'POST /admin/account/password': ['see', 'own'],
  'POST /admin/account/sessions': ['see', 'own'],
  'GET /admin/overview': ['see', 'listed'],
  'GET /admin/inbox': ['see', 'listed'],
  'POST /admin/inbox': ['moderate', mentionsInForm],
  'GET /admin/inbox/news': ['see', 'listed'],
  'GET /admin/inbox/all': ['moderate', 'listed'],
  'POST /admin/inbox/all': ['moderate', viewInForm],
  'GET /admin/inbox/rule': ['moderate', mentionAsked],
  'POST /admin/inbox/rule': ['moderate', mentionsInForm],
  'GET /admin/mentions/:id': ['see', mention],
  'GET /admin/mentions/:id/text': ['see', mention],
  'POST /admin/mentions/:id': ['moderate', mentionAndForm],
  'GET /admin/links': ['see', 'listed'],
  'GET /admin/links/pages': ['see', 'listed'],
  'GET /admin/links/domains': ['see', 'listed'],
  'GET /admin/links/time': ['see', 'listed'],
  'GET /admin/links/ties': ['see', 'listed'],
  'GET /admin/links/changes': ['see', 'listed'],
  'GET /admin/links/report': ['see', 'listed'],
  // The addresses of people are chosen from.
  'POST /admin/links/report': ['change', 'house'],
  'GET /admin/links/export/:format': ['see', 'listed'],
  // A filter is the person's own; what it shows is asked for again when it is used.
  'POST /admin/links/views': ['see', 'own'],
  'POST /admin/links/views/:id': ['see', 'own'],
  'GET /admin/links/searched': ['change', 'house'],
  'GET /admin/links/import': ['change', 'house'],
  'POST /admin/links/import': ['change', 'house'],
  'GET /admin/deliveries': ['see', 'listed'],
  'GET /admin/deliveries/:id': ['see', delivery],
  'POST /admin/deliveries/resend': ['change', 'house'],
  'POST /admin/deliveries/:id/resend': ['change', delivery],
  'GET /admin/preview': ['change', 'house'],
  'POST /admin/preview': ['change', 'house'],
  'POST /admin/preview/send': ['change', 'house'],
  'GET /admin/dont-tell': ['see', 'house'],
  'POST /admin/dont-tell': ['change', 'house'],
  'POST /admin/dont-tell/remove': ['change', 'house'],
  'GET /admin/refused': ['see', 'listed'],
  'GET /admin/refused/:id': ['see', refusal],
  'GET /admin/doctor': ['see', 'somewhere'],
  // It makes this server ask and tell.
  'POST /admin/doctor': ['change', addressInForm],
  'GET /admin/rules': ['see', 'listed'],
  'POST /admin/rules': ['moderate', siteInForm],
  'POST /admin/rules/remove': ['moderate', ruleInForm],
  'POST /admin/rules/follow': ['moderate', ruleInForm],
  'POST /admin/rules/lists': ['change', 'house'],
  'POST /admin/rules/lists/remove': ['change', 'house'],
  'GET /admin/limits': ['see', 'house'],
  'GET /admin/sites': ['see', 'somewhere'],
  'GET /admin/sites/:id': ['see', site],
  'POST /admin/sites/:id': ['change', site],
  'GET /admin/sites/:id/pages': ['see', site],
  'POST /admin/sites/:id/pages': ['change', site],
  // They have addresses of people, and of hooks that are keys.
  'GET /admin/notices': ['change', 'house'],
  'GET /admin/notices/new/:kind': ['change', 'house'],
  'POST /admin/notices/new/:kind': ['change', 'house'],
  'POST /admin/notices/feed': ['change', 'house'],
  'GET /admin/notices/outbox': ['change', 'house'],
  'POST /admin/notices/outbox': ['change', 'house'],
  'GET /admin/notices/:id': ['change', 'house'],
  'POST /admin/notices/:id': ['change', 'house'],
  'POST /admin/notices/:id/test': ['change', 'house'],
  'POST /admin/notices/:id/remove': ['change', 'house'],
  // The address of a hook is a key.
  'GET /admin/sites/:id/build': ['change', site],
  'POST /admin/sites/:id/build': ['change', site],
  'GET /admin/people': ['change', 'house'],
  'POST /admin/people': ['change', 'house'],
  'POST /admin/people/withdraw': ['change', 'house'],
  'POST /admin/people/:id': ['change', 'house'],
  'POST /admin/people/:id/remove': ['change', 'house'],
  'GET /admin/tokens': ['change', 'somewhere'],
  'POST /admin/tokens': ['change', siteInForm],
  // Of somebody else's nothing is told, not even that it is there.
  'POST /admin/tokens/:id/revoke': ['change', 'somewhere'],
  'GET /admin/audit': ['change', 'house'],
  'GET /admin/moving': ['change', 'house'],
  'POST /admin/moving': ['change', 'house'],
  'GET /admin/moving/export': ['change', 'house'],
  'GET /admin/moving/:id': ['change', 'house'],
  'GET /admin/moving/:id/now': ['change', 'house'],
  'GET /admin/moving/:id/skipped.csv': ['change', 'house'],
  'POST /admin/moving/:id/stop': ['change', 'house'],
  'GET /admin/removals': ['change', 'house'],
  'POST /admin/removals': ['change', 'house'],
  'POST /admin/removals/lift': ['change', 'house'],
};

/** Lets a visitor on, or answers in place of the page. The one place where the desk asks what somebody may. */
export async function refusalOf(c: Context<DeskEnv>, deps: Deps): Promise<Response | undefined> {
  const route = routeOf(c);
  // Nothing is at this address, which the application says.
  if (!route) return undefined;
  const need = NEEDS[`${route.method} ${route.path}`];
  if (!need) return forbidden(c);
  const [right, place] = need;
  const { memberships } = c.var.visitor;
  if (place === 'own') return undefined;
  if (place === 'house') return may(memberships, right, undefined) ? undefined : forbidden(c);
  const reached = sitesWith(memberships, right);
  if (reached === undefined) return undefined;
  if (reached.length === 0) return forbidden(c);
  if (place === 'somewhere') return undefined;
  if (place !== 'listed') return (await place(c, deps)).every((id) => reached.includes(id)) ? undefined : forbidden(c);
  const asked = c.req.query('site') || undefined;
  if (asked !== undefined) return reached.includes(asked) ? undefined : forbidden(c);
  const query = new URL(c.req.url).searchParams;
  query.set('site', reached[0] ?? '');
  // As it was asked for: a pattern with a name in it is no address.
  return c.redirect(`${c.req.path}?${query}`, 303);
}

function forbidden(c: Context<DeskEnv>): Response | Promise<Response> {
  return problem(c, 403, (say) => say.notForYou);
}
