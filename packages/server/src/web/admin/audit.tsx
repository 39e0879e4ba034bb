import { Hono } from 'hono';
import type { AuditEntry } from '../../access.ts';
import { MODERATION_STATES } from '../../mention.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { useWords } from './speaking.tsx';
import type { DeskEnv } from './visitor.ts';

const ROWS = 100;

/** Who did what, when, and from where: decisions, log-ins, and what was tried. */
export function auditRoutes({ store, clock }: Pick<WebDeps, 'store' | 'clock'>): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get('/', async (c) => {
    const asked = c.req.query('before');
    const before = asked && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
    const { visitor, words } = c.var;
    const rows = await store.audit.list({ limit: ROWS + 1, ...(before !== undefined && { before }) });
    const shown = rows.slice(0, ROWS);
    return c.html(
      page({
        title: words.audit.title,
        section: 'audit',
        visitor,
        children: (
          <>
            <h1>{words.audit.title}</h1>
            <p>{words.audit.what}</p>
            {shown.length === 0 ? <p class="empty">{words.audit.nothing}</p> : <Table rows={shown} now={clock.now()} />}
            {rows.length > ROWS && (
              <p>
                <a href={`/admin/audit?before=${shown.at(-1)?.place}`} rel="next">
                  {words.audit.older}
                </a>
              </p>
            )}
          </>
        ),
      }),
    );
  });
}

function Table({ rows, now }: { rows: readonly AuditEntry[]; now: number }) {
  const { audit } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{audit.when}</th>
            <th scope="col">{audit.who}</th>
            <th scope="col">{audit.did}</th>
            <th scope="col">{audit.from}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, by, action, subject, detail, address }) => (
            <tr>
              <td data-label={audit.when}>
                <Moment at={at} now={now} />
              </td>
              <td class="word" data-label={audit.who}>
                <bdi>{line(by)}</bdi>
              </td>
              <td class="word" data-label={audit.did}>
                <What action={action} detail={detail} />
                {subject && (
                  <small class="address">
                    <Subject action={action} subject={subject} />
                  </small>
                )}
              </td>
              <td class="word" data-label={audit.from}>
                <bdi>{line(address) || '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function What({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>) {
  const { audit, states } = useWords();
  const what = audit.actions[action];
  if (!detail) return <>{what}</>;
  const decided = action === 'moderated' && MODERATION_STATES.find((state) => state === detail);
  return (
    <Marked
      text={audit.about}
      with={{ what, detail: decided ? states.moderation[decided] : <bdi>{line(detail)}</bdi> }}
    />
  );
}

function Subject({ action, subject }: Pick<AuditEntry, 'action' | 'subject'>) {
  if (action !== 'moderated') return <bdi>{line(subject)}</bdi>;
  return <a href={`/admin/mentions/${encodeURIComponent(subject)}`}>{line(subject)}</a>;
}
