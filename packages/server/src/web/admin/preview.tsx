import { Hono } from 'hono';
import type { DeliveryView } from '../../outbound/delivery-view.ts';
import type { WebDeps } from '../deps.ts';
import { Csrf, page } from './layout.tsx';
import { Outward } from './outward.tsx';
import { Reason } from './reason.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { useWords } from './speaking.tsx';
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
        <PreviewForm visitor={c.var.visitor} url={url} problems={problems} />
        {warnings.map((warning) => (
          <p role="status">
            <Reason text={warning} />
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
      const children = <PreviewForm visitor={c.var.visitor} url={url} problems={problems} />;
      return c.html(shown(c.var.visitor, children), 422);
    }
    await noteDone(deps, c, 'sent', url, '');
    return c.redirect(`/admin/deliveries?${new URLSearchParams({ post: url })}`, 303);
  });
  return routes;
}

function shown(visitor: Visitor, children: unknown) {
  const { preview } = visitor.words;
  const content = (
    <>
      <h1>{preview.title}</h1>
      {children}
    </>
  );
  return page({ title: preview.title, section: 'deliveries', visitor, children: content });
}

interface FormProps {
  readonly visitor: Visitor;
  readonly url: string;
  readonly problems?: readonly string[];
}

function PreviewForm({ visitor, url, problems = [] }: FormProps) {
  const { preview } = useWords();
  return (
    <form method="post" action="/admin/preview">
      <Csrf visitor={visitor} />
      <label>
        {preview.address}
        <input
          name="url"
          type="url"
          required
          maxlength={2000}
          value={url}
          aria-invalid={problems.length > 0 ? 'true' : undefined}
          aria-describedby="url-note"
        />
        <small id="url-note">{problems.length > 0 ? <Reason text={problems.join(' ')} /> : preview.note}</small>
      </label>
      <button type="submit" class="secondary">
        {preview.look}
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
  const { preview } = useWords();
  if (deliveries.length === 0) return <p class="empty">{preview.noLinks}</p>;
  const isOpen = deliveries.some(({ status }) => status === 'queued');
  return (
    <>
      <div class="overflow-auto">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{preview.link}</th>
              <th scope="col">{preview.whatWill}</th>
              <th scope="col">{preview.endpoint}</th>
              <th scope="col">{preview.why}</th>
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
            {preview.tellThem}
          </button>
        </form>
      )}
    </>
  );
}

function LinkRow({ delivery: { target, status, protocol, endpoint, reason } }: { delivery: DeliveryView }) {
  const { preview, states } = useWords();
  const state = states.delivery[status];
  const was = status === 'delivered' || status === 'refused' ? preview.nothingMore(state) : state;
  const told = protocol ? preview.toldBy(PROTOCOL_NAME[protocol]) : preview.told;
  return (
    <tr>
      <td class="address" data-label={preview.link}>
        <Outward url={target} />
      </td>
      <td data-label={preview.whatWill}>{status === 'queued' ? told : was}</td>
      <td class="address" data-label={preview.endpoint}>
        {endpoint ? <Outward url={endpoint} /> : preview.none}
      </td>
      <td class="word" data-label={preview.why}>
        <Reason text={reason} />
      </td>
    </tr>
  );
}
