import { Hono } from 'hono';
import type { AuditAction, AuditEntry } from '../../access.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { page } from './layout.tsx';
import { Moment } from './moment.tsx';
import type { DeskEnv } from './visitor.ts';

const ROWS = 100;

const SENTENCE: Record<AuditAction, string> = {
  'log-in': 'Logged in',
  'log-out': 'Logged out',
  'log-in refused': 'Was not let in',
  'set-up': 'Became an owner',
  'password changed': 'Changed the password',
  'link made': 'Made a one-time link',
  invited: 'Invited somebody',
  'invitation withdrawn': 'Withdrew an invitation',
  'role changed': 'Changed a role',
  'person removed': 'Removed a person',
  'logged out elsewhere': 'Logged out elsewhere',
  moderated: 'Decided',
  'rule added': 'Made a rule',
  'rule removed': 'Removed a rule',
  'list added': 'Subscribed to a block list',
  'list removed': 'Removed a block list',
  'site changed': 'Changed a site',
  'page changed': 'Changed a page',
  'token added': 'Made a token',
  'token revoked': 'Revoked a token',
  sent: 'Announced a page',
  resent: 'Sent again',
  'untold added': 'Put on the don’t-tell list',
  'untold removed': 'Took from the don’t-tell list',
};

/** Who did what, when, and from where: decisions, log-ins, and what was tried. */
export function auditRoutes({ store, clock }: Pick<WebDeps, 'store' | 'clock'>): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get('/', async (c) => {
    const asked = c.req.query('before');
    const before = asked && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
    const rows = await store.audit.list({ limit: ROWS + 1, ...(before !== undefined && { before }) });
    const shown = rows.slice(0, ROWS);
    return c.html(
      page({
        title: 'Log',
        section: 'audit',
        visitor: c.var.visitor,
        children: (
          <>
            <h1>Log</h1>
            <p>
              What was decided and who came in, at this desk, by a token and on the command line. The newest 10,000
              lines are kept, and the newest 1,000 log-ins that were refused.
            </p>
            {shown.length === 0 ? <p class="empty">Nothing has happened.</p> : <Table rows={shown} now={clock.now()} />}
            {rows.length > ROWS && (
              <p>
                <a href={`/admin/audit?before=${shown.at(-1)?.place}`} rel="next">
                  Older lines
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
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, by, action, subject, detail, address }) => (
            <tr>
              <td data-label="When">
                <Moment at={at} now={now} />
              </td>
              <td class="word" data-label="Who">
                <bdi>{line(by)}</bdi>
              </td>
              <td class="word" data-label="What">
                {SENTENCE[action]}
                {detail && (
                  <>
                    : <bdi>{line(detail)}</bdi>
                  </>
                )}
                {subject && (
                  <small class="address">
                    <Subject action={action} subject={subject} />
                  </small>
                )}
              </td>
              <td class="word" data-label="From">
                <bdi>{line(address) || '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Subject({ action, subject }: Pick<AuditEntry, 'action' | 'subject'>) {
  if (action !== 'moderated') return <bdi>{line(subject)}</bdi>;
  return <a href={`/admin/mentions/${encodeURIComponent(subject)}`}>{line(subject)}</a>;
}
