import { type Context, Hono } from 'hono';
import { type Receipt, readWhom, removeOnRequest } from '../../inbound/removal.ts';
import { SUPPRESSED_KINDS, WISHES } from '../../ports/index.ts';
import type { WebDeps } from '../deps.ts';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { type Asked, ReceiptCard, RemovalForm, SuppressionList } from './removal-forms.tsx';
import { type DeskEnv, noteDone } from './visitor.ts';

interface Told {
  readonly asked?: Asked;
  readonly receipt?: Receipt;
}

/** Removal on request: what is let in no more, how to lift that, and a receipt that is shown once. */
export function removalRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => shown(c));

  routes.post('/', async (c) => {
    const { form, words } = c.var;
    const kind = SUPPRESSED_KINDS.find((one) => one === form.get('kind')) ?? 'page';
    const wish = WISHES.find((one) => one === form.get('wish')) ?? 'theirs';
    const given = form.get('value') ?? '';
    const again = (problems: Asked['problems']) => shown(c, { asked: { kind, wish, given, problems } }, 422);
    const whom = readWhom(given, kind);
    if (!whom) return again({ value: words.removals.neither });
    if (!form.has('sure')) return again({ sure: words.removals.notSure });
    const removed = await removeOnRequest(deps, whom, { wish, mayReturn: false });
    if (!removed.ok) return again({ value: 'own' in removed ? words.removals.own : words.removals.suffix });
    // The log says that somebody was removed, and not who.
    await noteDone(deps, c, 'removed', removed.receipt.id ?? '', kind);
    return shown(c, { receipt: removed.receipt });
  });

  routes.post('/lift', async (c) => {
    const id = c.var.form.get('id') ?? '';
    if (!(await store.suppressions.lift(id))) return c.notFound();
    await noteDone(deps, c, 'removal lifted', id, '');
    return c.redirect('/admin/removals?lifted=1', 303);
  });
  return routes;

  async function shown(c: Context<DeskEnv>, told: Told = {}, status: 200 | 422 = 200): Promise<Response> {
    const { visitor, words } = c.var;
    const { removals } = words;
    const now = deps.clock.now();
    const children = (
      <>
        <h1>{removals.title}</h1>
        {c.req.query('lifted') && <p role="status">{removals.lifted}</p>}
        {told.receipt && <ReceiptCard {...told.receipt} />}
        <p>
          <Marked text={removals.what} />
        </p>
        <RemovalForm visitor={visitor} asked={told.asked} />
        <SuppressionList suppressions={await store.suppressions.list()} visitor={visitor} now={now} />
      </>
    );
    return c.html(page({ title: removals.title, section: 'sites', visitor, children }), status);
  }
}
