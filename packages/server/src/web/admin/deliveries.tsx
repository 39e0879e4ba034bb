import { Hono } from 'hono';
import type { Delivery } from '../../delivery.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Fact, Facts } from './facts.tsx';
import { page } from './layout.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { DELIVERY_SENTENCE, PROTOCOL_NAME } from './sentences.ts';
import { Trace } from './trace.tsx';
import type { DeskEnv } from './visitor.ts';

const ROWS = 200;

/** What was told to whom, and what came of it. */
export function deliveryRoutes({ store, clock }: Pick<WebDeps, 'store' | 'clock'>): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();

  routes.get('/', async (c) => {
    const deliveries = await store.deliveries.list({ limit: ROWS });
    return c.html(
      page({
        title: 'Sent',
        section: 'deliveries',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>Sent</h1>
            {deliveries.length === 0 ? <NothingSent /> : <DeliveryTable deliveries={deliveries} now={clock.now()} />}
          </>
        ),
      }),
    );
  });

  routes.get('/:id', async (c) => {
    const delivery = await store.deliveries.byId(c.req.param('id'));
    if (!delivery) return c.notFound();
    const now = clock.now();
    return c.html(
      page({
        title: 'Delivery',
        section: 'deliveries',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>{DELIVERY_SENTENCE[delivery.status]}</h1>
            <p>
              <bdi>{line(delivery.reason)}</bdi>
            </p>
            <DeliveryFacts delivery={delivery} now={now} />
            <Trace steps={await store.deliveries.trace(delivery.id)} now={now} />
          </>
        ),
      }),
    );
  });
  return routes;
}

function NothingSent() {
  return (
    <p class="empty">
      Nothing was sent yet. Turn sending on for a <a href="/admin/sites">site</a>, or run <code>npx hearback send</code>{' '}
      followed by the address of a page.
    </p>
  );
}

function DeliveryTable({ deliveries, now }: { deliveries: readonly Delivery[]; now: number }) {
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Told</th>
            <th scope="col">Why</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <td data-label="Outcome">
                <a href={`/admin/deliveries/${delivery.id}`}>{DELIVERY_SENTENCE[delivery.status]}</a>
              </td>
              <td class="address" data-label="Told">
                <Outward url={delivery.target} />
              </td>
              <td data-label="Why">
                <bdi>{line(delivery.reason)}</bdi>
              </td>
              <td data-label="When">
                <Moment at={delivery.updatedAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DeliveryFacts({ delivery, now }: { delivery: Delivery; now: number }) {
  const { protocol, endpoint, fault, httpStatus } = delivery;
  return (
    <Facts>
      <Fact name="From">
        <Outward url={delivery.source} />
      </Fact>
      <Fact name="To">
        <Outward url={delivery.target} />
      </Fact>
      {protocol && <Fact name="By">{PROTOCOL_NAME[protocol]}</Fact>}
      {endpoint && (
        <Fact name="Endpoint">
          <Outward url={endpoint} />
          {delivery.lenient && <small> (its advertisement breaks the specification; we read it all the same)</small>}
        </Fact>
      )}
      {httpStatus !== undefined && (
        <Fact name="Answer">
          HTTP {httpStatus}
          {fault !== undefined && `, fault ${fault}`}
        </Fact>
      )}
      <Fact name="Tries">{delivery.attempts}</Fact>
      <Fact name="Begun">
        <Moment at={delivery.createdAt} now={now} />
      </Fact>
      <Fact name="Last change">
        <Moment at={delivery.updatedAt} now={now} />
      </Fact>
    </Facts>
  );
}
