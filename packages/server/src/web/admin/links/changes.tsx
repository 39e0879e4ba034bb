import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ChangedLink } from '../../../ports/index.ts';
import { REPORTED_PARTS } from '../../../report.ts';
import type { WebDeps } from '../../deps.ts';
import { type ChangeField, type ReadChanges, readChanges } from '../../links/change-filter.ts';
import { present } from '../../presented.ts';
import { FilterChoice, FilterText } from '../filter-fields.tsx';
import { FromTo } from '../link-history.tsx';
import { Moment } from '../moment.tsx';
import { Outward } from '../outward.tsx';
import { type Reached, reached } from '../reached.ts';
import { LabelledSites } from '../site-choice.tsx';
import { useWords } from '../speaking.tsx';
import type { DeskEnv } from '../visitor.ts';
import { Older } from './shown.tsx';

const ROWS = 50;

interface ChangesPage {
  readonly body: Child;
  readonly site: string | undefined;
  readonly status: 200 | 422;
}

/** What happened to links in some days, the last first; every number of a report leads here. */
export async function changesPage({ store, directory, clock }: WebDeps, c: Context<DeskEnv>): Promise<ChangesPage> {
  const query = new URL(c.req.url).searchParams;
  const now = clock.now();
  const read = readChanges(query, { directory, now });
  const isWrong = read.wrong.length > 0;
  const after = readPlace(query.get('after') ?? '');
  const found = isWrong ? [] : await store.ledger.changes(read.filter, { after, limit: ROWS + 1 });
  const counts = isWrong ? new Map<string, number>() : await store.ledger.changeCounts(read.filter);
  const rows = found.slice(0, ROWS);
  const last = found.length > ROWS ? rows.at(-1) : undefined;
  const { links } = c.var.words;
  const sites = reached(directory, c.var.visitor.memberships, 'see');
  const body = (
    <>
      {isWrong && <p role="alert">{read.wrong.map((field) => links.wrong(fieldName(field, links))).join(' ')}</p>}
      <ChangeForm read={read} sites={sites} />
      {!isWrong && <p>{links.changesFound([...counts.values()].reduce((sum, count) => sum + count, 0))}</p>}
      {rows.length > 0 && <ChangeTable rows={rows} now={now} />}
      {last && <Older href={`/admin/links/changes?${new URLSearchParams({ ...read.asked, after: placeOf(last) })}`} />}
      <p>
        <a href={`/admin/links/report${read.filter.site ? `?site=${encodeURIComponent(read.filter.site)}` : ''}`}>
          {c.var.words.report.page}
        </a>
      </p>
    </>
  );
  return { body, site: read.filter.site, status: isWrong ? 422 : 200 };
}

type LinkWords = ReturnType<typeof useWords>['links'];

function fieldName(field: ChangeField, { fields, changeFields }: LinkWords): string {
  return field === 'from' || field === 'to' || field === 'kind' ? changeFields[field] : fields[field];
}

/** No id of a mention has a blank in it. */
function placeOf({ change, place }: ChangedLink): string {
  return `${change.at} ${change.mention} ${place}`;
}

function readPlace(text: string) {
  const [, at, mention = '', place] = /^(\d{1,15}) ([\w-]{1,64}) (\d{1,9})$/.exec(text) ?? [];
  if (mention === '') return undefined;
  const change = { at: Number(at), mention, kind: 'first-seen', was: '', became: '', step: undefined } as const;
  return { change, place: Number(place) };
}

function ChangeForm({ read: { asked, wrong, zone }, sites }: { read: ReadChanges; sites: Reached }) {
  const { links, report, inbox, overview } = useWords();
  const said = (name: ChangeField) => ({
    name,
    label: fieldName(name, links),
    value: asked[name],
    wrong: wrong.includes(name),
  });
  return (
    <search>
      <form method="get" action="/admin/links/changes" class="filter">
        {(sites === 'many' || sites.length > 1) && (
          <LabelledSites label={links.fields.site} sites={sites} selected={asked.site} all={overview.all} />
        )}
        <FilterText {...said('from')} type="date" />
        <FilterText {...said('to')} type="date" />
        <FilterChoice
          {...said('kind')}
          choices={REPORTED_PARTS.map((one) => [one, report.parts[one]])}
          none={inbox.any}
        />
        <FilterText {...said('domain')} hint="bob.example" />
        <FilterText {...said('page')} hint={links.pageHint} />
        <button type="submit" class="secondary">
          {overview.show}
        </button>
      </form>
      <p class="faint">{links.daysOf(zone)}</p>
    </search>
  );
}

function ChangeTable({ rows, now }: { rows: readonly ChangedLink[]; now: number }) {
  const { links, history } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            {[links.what, links.from, links.to, links.when].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ change, mention }) => {
            const { title, host } = present(mention);
            return (
              <tr>
                <td data-label={links.what}>
                  {history.changes[change.kind]}
                  <small>
                    <FromTo change={change} />
                  </small>
                </td>
                <th scope="row" class="address" data-label={links.from}>
                  <a href={`/admin/mentions/${mention.id}#history`}>
                    <bdi>{title || host || links.untitled}</bdi>
                  </a>
                  <small class="address">
                    <Outward url={mention.source} />
                  </small>
                </th>
                <td class="page" data-label={links.to}>
                  <Outward url={mention.target} text={pathOf(mention.target)} />
                </td>
                <td data-label={links.when}>
                  <Moment at={change.at} now={now} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function pathOf(target: string): string {
  const url = URL.parse(target);
  return url ? `${url.pathname}${url.search}` : target;
}
