import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { may } from '../../../access.ts';
import type { WrittenPart, WrittenReport } from '../../../inbound/report/write.ts';
import type { EmailRecipient } from '../../../recipient.ts';
import { PERIODS, type PeriodChoice } from '../../../report-period.ts';
import { settingsOf } from '../../../site-settings.ts';
import type { WebDeps } from '../../deps.ts';
import { line } from '../../text.ts';
import { Csrf, page } from '../layout.tsx';
import { Marked } from '../marked.tsx';
import { type Reached, reached } from '../reached.ts';
import { LabelledSites } from '../site-choice.tsx';
import { useWords } from '../speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from '../visitor.ts';

/** The report of a site's links as its mail has it, made now; and sending it at once. */
export function reportRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory } = deps;
  const routes = new Hono<DeskEnv>();

  async function mayHear(visitor: Visitor, site: string): Promise<readonly EmailRecipient[]> {
    if (!may(visitor.memberships, 'change', undefined)) return [];
    const all = [...(await store.recipients.list({ site: 'house' })), ...(await store.recipients.list({ site }))];
    return all.filter((one): one is EmailRecipient => one.kind === 'email' && one.active);
  }

  async function shown(c: Context<DeskEnv>, asked: string | undefined, of: PeriodChoice, said?: Child) {
    const { visitor, words } = c.var;
    const sites = reached(directory, visitor.memberships, 'see');
    const site = directory.byId(asked ?? '') ?? (sites === 'many' ? directory.sites()[0] : sites[0]);
    const written = site && (await deps.notices?.reports.see(site.id, of, words, '/admin'));
    const heard = site && (await mayHear(visitor, site.id));
    const pace = settingsOf(site ?? {}).report;
    const isUnheard = pace !== 'never' && heard?.every(({ events }) => !events.includes('ledger.report'));
    const children = (
      <>
        <p>
          <a href={`/admin/links/changes${site ? `?site=${encodeURIComponent(site.id)}` : ''}`}>
            {words.links.tabs.happened}
          </a>
        </p>
        <h1>{words.report.page}</h1>
        {said}
        <p>{words.report.lead}</p>
        <Choose sites={sites} site={site?.id} of={of} />
        {site && (
          <p>
            <Marked text={words.report.often[pace]} href={`/admin/sites/${encodeURIComponent(site.id)}`} />
          </p>
        )}
        {isUnheard && may(visitor.memberships, 'change', undefined) && (
          <p role="alert">
            <Marked text={words.report.unheard} href="/admin/notices" />
          </p>
        )}
        {written && <Shown written={written} />}
        {site && <SendNow {...{ visitor, of, site: site.id }} recipients={heard ?? []} />}
      </>
    );
    return c.html(page({ title: words.report.page, section: 'links', visitor, children }));
  }

  routes.get('/', (c) => shown(c, c.req.query('site'), choiceOf(c.req.query('of'))));

  routes.post('/', async (c) => {
    const { form, words } = c.var;
    const site = form.get('site') ?? '';
    const of = choiceOf(form.get('of') ?? undefined);
    const recipient = await store.recipients.byId(form.get('recipient') ?? '');
    if (recipient?.kind !== 'email' || !deps.notices) return c.notFound();
    const { outcome, reason } = await deps.notices.reports.sendNow(recipient, site, of);
    if (outcome === 'sent') await noteDone(deps, c, 'notices changed', recipient.id, `report of ${site} sent`);
    const said = (
      <p role={outcome === 'sent' ? 'status' : 'alert'}>
        {outcome === 'sent' ? words.report.sent : words.report.notSent} <bdi lang="en">{line(reason)}</bdi>
      </p>
    );
    return shown(c, site, of, said);
  });
  return routes;
}

function choiceOf(text: string | undefined): PeriodChoice {
  return PERIODS.find((one) => one === text) ?? 'weekly';
}

function Choose({ sites, site, of }: { sites: Reached; site: string | undefined; of: PeriodChoice }) {
  const { links, report, overview } = useWords();
  return (
    <form method="get" action="/admin/links/report" class="filter">
      {(sites === 'many' || sites.length > 1) && (
        <LabelledSites label={links.fields.site} sites={sites} selected={site} />
      )}
      <label>
        {report.of}
        <select name="of">
          {PERIODS.map((one) => (
            <option value={one} selected={one === of}>
              {report.periods[one]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="secondary">
        {overview.show}
      </button>
    </form>
  );
}

function Shown({ written: { title, subject, parts, nothing } }: { written: WrittenReport }) {
  return (
    <article class="report">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {subject !== title && (
        <p class="faint">
          <bdi>{subject}</bdi>
        </p>
      )}
      {nothing !== undefined && <p>{nothing}</p>}
      {parts.map((part) => (
        <Part part={part} />
      ))}
    </article>
  );
}

function Part({ part: { headline, url, rows, more } }: { part: WrittenPart }) {
  return (
    <section>
      <h3>{url === undefined ? headline : <a href={url}>{headline}</a>}</h3>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <li>
              <a href={row.url}>
                <bdi>{row.text}</bdi>
              </a>
              {row.note !== undefined && (
                <small class="address">
                  <bdi>{row.note}</bdi>
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
      {more !== undefined && <p>{more}</p>}
    </section>
  );
}

interface SendProps {
  readonly visitor: Visitor;
  readonly recipients: readonly EmailRecipient[];
  readonly site: string;
  readonly of: PeriodChoice;
}

function SendNow({ visitor, recipients, site, of }: SendProps) {
  const { report } = useWords();
  if (!may(visitor.memberships, 'change', undefined)) return null;
  if (recipients.length === 0)
    return (
      <p>
        <Marked text={report.nobody} href="/admin/notices/new/email" />
      </p>
    );
  return (
    <form method="post" action="/admin/links/report" class="filter">
      <Csrf visitor={visitor} />
      <input type="hidden" name="site" value={site} />
      <input type="hidden" name="of" value={of} />
      <label>
        {report.to}
        <select name="recipient">
          {recipients.map(({ id, address }) => (
            <option value={id}>{line(address)}</option>
          ))}
        </select>
      </label>
      <button type="submit">{report.send}</button>
    </form>
  );
}
