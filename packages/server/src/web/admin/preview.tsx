import { Hono } from 'hono';
import type { DeliveryView } from '../../outbound/delivery-view.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { Outward } from './outward.tsx';
import { DELIVERY_SENTENCE, PROTOCOL_NAME } from './sentences.ts';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

/** A person waits for the page; what was not looked at by then is looked at when it is told. */
const LOOK_MS = 15_000;

/** What announcing a page would do, link by link, and the button that does it. */
export function previewRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'send'>): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => c.html(shown(c.var.visitor, <PreviewForm visitor={c.var.visitor} url="" />)));

  routes.post('/', async (c) => {
    const url = (c.var.form.get('url') ?? '').trim();
    const { deliveries, problems, warnings } = await deps.send([url], { waitMs: 0, dryRun: true, lookMs: LOOK_MS });
    const children = (
      <>
        <PreviewForm visitor={c.var.visitor} url={url} />
        {problems.map((problem) => (
          <p role="alert">
            <bdi>{line(problem)}</bdi>
          </p>
        ))}
        {warnings.map((warning) => (
          <p role="status">
            <bdi>{line(warning)}</bdi>
          </p>
        ))}
        {problems.length === 0 && <Links url={url} deliveries={deliveries} visitor={c.var.visitor} />}
      </>
    );
    return c.html(shown(c.var.visitor, children), problems.length > 0 ? 422 : 200);
  });

  routes.post('/send', async (c) => {
    const url = (c.var.form.get('url') ?? '').trim();
    const { problems } = await deps.send([url], { waitMs: 0 });
    if (problems.length > 0) {
      const children = (
        <>
          <p role="alert">
            <bdi>{line(problems.join(' '))}</bdi>
          </p>
          <PreviewForm visitor={c.var.visitor} url={url} />
        </>
      );
      return c.html(shown(c.var.visitor, children), 422);
    }
    await noteDone(deps, c, 'sent', url, '');
    return c.redirect(`/admin/deliveries?${new URLSearchParams({ post: url })}`, 303);
  });
  return routes;
}

function shown(visitor: Visitor, children: unknown) {
  const content = (
    <>
      <h1>What a post would tell</h1>
      {children}
    </>
  );
  return page({ title: 'What a post would tell', section: 'deliveries', visitor, children: content });
}

function PreviewForm({ visitor, url }: { visitor: Visitor; url: string }) {
  return (
    <form method="post" action="/admin/preview">
      <Csrf visitor={visitor} />
      <label>
        Address of your post
        <input name="url" type="url" required maxlength={2000} value={url} aria-describedby="url-note" />
        <small id="url-note">Its links are looked at, and nobody is told.</small>
      </label>
      <button type="submit" class="secondary">
        Look
      </button>
    </form>
  );
}

interface LinksProps {
  readonly url: string;
  readonly deliveries: readonly DeliveryView[];
  readonly visitor: Visitor;
}

function Links({ url, deliveries, visitor }: LinksProps) {
  if (deliveries.length === 0) return <p class="empty">The page has no links that could be told.</p>;
  const isOpen = deliveries.some(({ status }) => status === 'queued');
  return (
    <>
      <div class="overflow-auto">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">Link</th>
              <th scope="col">What will happen</th>
              <th scope="col">Endpoint</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <LinkRow delivery={delivery} />
            ))}
          </tbody>
        </table>
      </div>
      {isOpen && (
        <form method="post" action="/admin/preview/send">
          <Csrf visitor={visitor} />
          <input type="hidden" name="url" value={url} />
          <button type="submit" class="save">
            Tell them
          </button>
        </form>
      )}
    </>
  );
}

function LinkRow({ delivery: { target, status, protocol, endpoint, reason } }: { delivery: DeliveryView }) {
  const by = protocol ? ` by ${PROTOCOL_NAME[protocol]}` : '';
  return (
    <tr>
      <td class="address" data-label="Link">
        <Outward url={target} />
      </td>
      <td data-label="What will happen">{status === 'queued' ? `Told${by}` : DELIVERY_SENTENCE[status]}</td>
      <td class="address" data-label="Endpoint">
        {endpoint ? <Outward url={endpoint} /> : 'none'}
      </td>
      <td class="word" data-label="Why">
        <bdi>{line(reason)}</bdi>
      </td>
    </tr>
  );
}
