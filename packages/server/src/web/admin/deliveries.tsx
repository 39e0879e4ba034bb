import { Hono } from 'hono';
import { nextForDelivery } from '../../next-step.ts';
import { askedIn, readFilter } from '../delivery-filter.ts';
import type { WebDeps } from '../deps.ts';
import { DeliveryTable, FilterForm } from './delivery-list.tsx';
import { DeliveryFacts, DeliveryHead, Exchanges } from './delivery-page.tsx';
import { Csrf, page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import { useWords } from './speaking.tsx';
import { Trace } from './trace.tsx';
import { actorOf, type DeskEnv, noteDone, type Visitor } from './visitor.ts';

const ROWS = 50;

/** What was told to whom, and what came of it. */
export function deliveryRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'resend'>): Hono<DeskEnv> {
  const { store, clock, resend } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    const { visitor } = c.var;
    const { deliveries } = c.var.words;
    const asked = askedIn(c);
    const { filter, wrong } = readFilter(asked);
    const before = c.req.query('before');
    const rows =
      wrong.length > 0 ? [] : await store.deliveries.list({ ...filter, ...(before && { before }), limit: ROWS + 1 });
    const shown = rows.slice(0, ROWS);
    const failed = await store.deliveries.list({ status: 'failed', limit: 1 });
    const again = /^\d{1,5}$/.exec(c.req.query('again') ?? '')?.[0];
    const next = rows.length > ROWS ? shown.at(-1)?.id : undefined;
    return c.html(
      page({
        title: deliveries.title,
        section: 'deliveries',
        visitor,
        children: (
          <>
            <h1>{deliveries.title}</h1>
            {again && <p role="status">{deliveries.again(Number(again))}</p>}
            <Permitted right="change">
              <p>
                <a href="/admin/preview">{deliveries.preview}</a> · <a href="/admin/dont-tell">{deliveries.dontTell}</a>
              </p>
            </Permitted>
            {wrong.length > 0 && <p role="alert">{wrong.map((field) => deliveries.problem[field]).join(' ')}</p>}
            <FilterForm asked={asked} wrong={wrong} />
            {shown.length === 0 ? (
              wrong.length === 0 && <Nothing filtered={Object.keys(filter).length > 0 || before !== undefined} />
            ) : (
              <DeliveryTable deliveries={shown} now={clock.now()} />
            )}
            {next && (
              <p>
                <a href={`/admin/deliveries?${new URLSearchParams({ ...asked, before: next })}`} rel="next">
                  {deliveries.older}
                </a>
              </p>
            )}
            {failed.length > 0 && (
              <Permitted right="change">
                <ResendFailed visitor={visitor} />
              </Permitted>
            )}
          </>
        ),
      }),
      wrong.length > 0 ? 422 : 200,
    );
  });

  routes.post('/resend', async (c) => {
    const again = await resend({ failedOf: undefined }, actorOf(c).name);
    await noteDone(deps, c, 'resent', 'all that failed', '');
    return c.redirect(`/admin/deliveries?again=${again.length}`, 303);
  });

  routes.post('/:id/resend', async (c) => {
    const id = c.req.param('id');
    if (!(await store.deliveries.byId(id))) return c.notFound();
    await resend({ ids: [id] }, actorOf(c).name);
    await noteDone(deps, c, 'resent', id, '');
    return c.redirect(`/admin/deliveries/${id}`, 303);
  });

  routes.get('/:id', async (c) => {
    const delivery = await store.deliveries.byId(c.req.param('id'));
    if (!delivery) return c.notFound();
    const now = clock.now();
    return c.html(
      page({
        title: c.var.words.deliveries.one,
        section: 'deliveries',
        visitor: c.var.visitor,
        children: (
          <>
            <DeliveryHead delivery={delivery} visitor={c.var.visitor} />
            <DeliveryFacts delivery={delivery} now={now} />
            <Trace
              steps={await store.deliveries.trace(delivery.id)}
              now={now}
              next={nextForDelivery(delivery)}
              page={delivery.source}
            />
            <Exchanges exchanges={await store.deliveries.exchanges(delivery.id)} now={now} />
          </>
        ),
      }),
    );
  });
  return routes;
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { deliveries } = useWords();
  if (filtered) return <p class="empty">{deliveries.nothingFits}</p>;
  return (
    <p class="empty">
      <Marked text={deliveries.nothing} href="/admin/sites" />
    </p>
  );
}

function ResendFailed({ visitor }: { visitor: Visitor }) {
  const { deliveries } = useWords();
  return (
    <form method="post" action="/admin/deliveries/resend">
      <Csrf visitor={visitor} />
      <button type="submit" class="save secondary outline">
        {deliveries.resendFailed}
      </button>
    </form>
  );
}
