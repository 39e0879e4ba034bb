import { isoDay } from '../../../ports/counts.ts';
import type { Counts } from '../../../ports/index.ts';
import { line } from '../../text.ts';
import { page } from '../layout.tsx';
import { Marked } from '../marked.tsx';
import type { Reached } from '../reached.ts';
import { LabelledSites } from '../site-choice.tsx';
import { useWords } from '../speaking.tsx';
import type { Visitor } from '../visitor.ts';
import { DayChart, ShareChart } from './chart.tsx';
import { QueueTable, Ranking } from './lists.tsx';
import { listOf, type Period } from './period.ts';
import { PeriodForm } from './period-form.tsx';
import { type Series, totalOf } from './series.ts';

type Top = Awaited<ReturnType<Counts['top']>>;

interface OverviewProps {
  readonly visitor: Visitor;
  readonly period: Period;
  readonly sites: Reached;
  readonly arrivals: Series;
  readonly deliveries: Series;
  readonly targets: Top;
  readonly sources: Top;
  readonly held: number;
  readonly isEmpty: boolean;
  /** `undefined` for whoever sees a part of the house. */
  readonly overdue: Awaited<ReturnType<Counts['overdue']>> | undefined;
  readonly now: number;
  readonly urlOf: (key: string) => { readonly url: string; readonly title: string };
}

export function overviewPage(props: OverviewProps) {
  const { visitor, isEmpty } = props;
  const { overview } = visitor.words;
  return page({
    title: overview.title,
    section: 'overview',
    visitor,
    head: isEmpty ? undefined : <Scripts />,
    children: (
      <>
        <h1>{overview.title}</h1>
        {isEmpty ? <FirstSteps /> : <Charts {...props} />}
      </>
    ),
  });
}

/** Scripts of the charts. */
export function Scripts() {
  return (
    <>
      <link rel="stylesheet" href="/admin/assets/uplot.css" />
      <script defer src="/admin/assets/uplot.js" />
      <script type="module" src="/admin/assets/overview.js" />
    </>
  );
}

function Charts({ period, sites, arrivals, deliveries, targets, sources, held, overdue, now, urlOf }: OverviewProps) {
  const { overview, states } = useWords();
  const shown = { show: 'approved', site: period.site, from: isoDay(period.from), to: isoDay(period.to) };
  return (
    <>
      <p>
        <Marked text={overview.waiting(held)} href={listOf('inbox', { show: 'held', site: period.site })} />
      </p>
      <Filter period={period} sites={sites} />
      <DayChart title={overview.arrivals} note={overview.arrivalsNote} series={arrivals} labels={overview.outcome} />
      <ShareChart title={overview.spamShare} series={arrivals} />
      <div class="halves">
        <Ranking
          title={overview.targets}
          what={overview.page}
          ranked={targets.map(({ key, count }) => {
            const { url, title } = urlOf(key);
            return {
              name: <bdi>{line(title) || line(url)}</bdi>,
              count,
              href: listOf('inbox', { ...shown, target: url }),
            };
          })}
        />
        <Ranking
          title={overview.sources}
          what={overview.domain}
          ranked={sources.map(({ key, count }) => ({
            ...{ name: <bdi>{line(key)}</bdi>, count },
            href: listOf('inbox', { ...shown, domain: key }),
          }))}
        />
      </div>
      {totalOf(deliveries.totals) > 0 ? (
        <DayChart title={overview.deliveries} series={deliveries} labels={states.delivery} />
      ) : (
        <section>
          <h2>{overview.deliveries}</h2>
          <p class="empty">{overview.nothingTold}</p>
        </section>
      )}
      {overdue && <QueueTable overdue={overdue} now={now} />}
    </>
  );
}

function Filter({ period, sites }: { period: Period; sites: Reached }) {
  const { overview } = useWords();
  return (
    <PeriodForm action="/admin/overview" period={period}>
      {sites.length > 1 && (
        <LabelledSites label={overview.site} sites={sites} selected={period.site} all={overview.all} />
      )}
    </PeriodForm>
  );
}

function FirstSteps() {
  const { overview } = useWords();
  return (
    <article class="empty">
      <h2>{overview.empty}</h2>
      <p>{overview.emptyWhat}</p>
      <ol>
        <li>
          <Marked text={overview.emptyInvite} href="/admin/sites" />
        </li>
        <li>
          <Marked text={overview.emptyTell} />
        </li>
      </ol>
      <p>
        <Marked text={overview.emptyDemo} />
      </p>
    </article>
  );
}
