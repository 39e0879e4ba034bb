import { Hono } from 'hono';
import { NOTICE_STATES, type Notice } from '../../../notice.ts';
import type { Recipient } from '../../../recipient.ts';
import type { WebDeps } from '../../deps.ts';
import { Csrf, page } from '../layout.tsx';
import { type DeskEnv, noteDone } from '../visitor.ts';
import { Outbox } from './outbox.tsx';

const ROWS = 50;

/** What was told to whom, and telling it again. */
export function outboxRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, clock } = deps;
  const routes = new Hono<DeskEnv>();

  async function recipientsOf(notices: readonly Notice[]): Promise<readonly Recipient[]> {
    const ids = [...new Set(notices.map(({ recipient }) => recipient))];
    const found = await Promise.all(ids.map((id) => store.recipients.byId(id)));
    return found.filter((one) => one !== undefined);
  }

  routes.get('/', async (c) => {
    const { notices } = c.var.words;
    const state = NOTICE_STATES.find((one) => one === c.req.query('state'));
    const before = c.req.query('before');
    const rows = await store.notices.list({ ...(state && { state }), ...(before && { before }), limit: ROWS + 1 });
    const shown = rows.slice(0, ROWS);
    const again = /^\d{1,4}$/.exec(c.req.query('again') ?? '')?.[0];
    const next = rows.length > ROWS ? shown.at(-1)?.id : undefined;
    return c.html(
      page({
        title: notices.outbox,
        section: 'notices',
        visitor: c.var.visitor,
        children: (
          <>
            <p>
              <a href="/admin/notices">{notices.back}</a>
            </p>
            <h1>{notices.outbox}</h1>
            {again && <p role="status">{notices.sentAgain(Number(again))}</p>}
            <p>{notices.outboxText}</p>
            <Outbox
              notices={shown}
              recipients={await recipientsOf(shown)}
              state={state ?? ''}
              now={clock.now()}
              visitor={c.var.visitor}
            />
            {shown.some((notice) => notice.state === 'failed') && (
              <form method="post" action="/admin/notices/outbox">
                <Csrf visitor={c.var.visitor} />
                <button type="submit" class="save secondary outline">
                  {notices.againAll}
                </button>
              </form>
            )}
            {next && (
              <p>
                <a
                  href={`/admin/notices/outbox?${new URLSearchParams({ ...(state && { state }), before: next })}`}
                  rel="next"
                >
                  {notices.older}
                </a>
              </p>
            )}
          </>
        ),
      }),
    );
  });

  routes.post('/', async (c) => {
    const ids = c.var.form.getAll('notice');
    const again = (await deps.notices?.resend(ids.length > 0 ? { ids } : 'failed')) ?? 0;
    for (const id of ids) await noteDone(deps, c, 'resent', id, 'a notice');
    if (ids.length === 0) await noteDone(deps, c, 'resent', 'notices that failed', '');
    deps.onWork?.();
    return c.redirect(`/admin/notices/outbox?again=${again}`, 303);
  });
  return routes;
}
