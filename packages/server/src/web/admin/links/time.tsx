import type { Counts } from '../../../ports/index.ts';
import { linksAddress } from '../../links/filter.ts';
import { DayChart } from '../overview/chart.tsx';
import { daysOf, type Period } from '../overview/period.ts';
import { PeriodForm } from '../overview/period-form.tsx';
import { type Series, seriesOf } from '../overview/series.ts';
import type { Reached } from '../reached.ts';
import { useWords } from '../speaking.tsx';
import { SiteOf } from './site-of.tsx';

type Counted = Awaited<ReturnType<Counts['daily']>>;

export interface LinkTimes {
  readonly live: Series;
  readonly changes: Series;
  readonly visits: Series;
}

/** Live links at the end of each day, links that are new or missing since then, and visits. */
export async function readTimes(counts: Counts, sites: readonly string[] | 'all', period: Period): Promise<LinkTimes> {
  const { from, to, site } = period;
  const [days, before, visits] = await Promise.all([
    counts.daily({ sites, name: 'link', from, to }),
    counts.top({ sites, name: 'link', from: 0, to: from - 1 }, 9),
    counts.daily({ sites, name: 'visit', from, to }),
  ]);
  const start = sumOf(before, 'came') - sumOf(before, 'went');
  const nowhere = () => linksAddress({ ...(site && { site }), state: 'present' });
  return {
    live: seriesOf(standing(days, period, start), ['live'], period, nowhere),
    changes: seriesOf(days, ['new', 'lost'], period, (name, first, last) =>
      linksAddress(site ? { site } : {}, {
        [name === 'new' ? 'first-from' : 'lost-from']: first,
        [name === 'new' ? 'first-to' : 'lost-to']: last,
        ...(name === 'lost' && { state: 'lost' }),
      }),
    ),
    visits: seriesOf(visits, ['linked', 'other'], period, () =>
      linksAddress(site ? { site } : {}, { order: 'visits' }),
    ),
  };
}

function sumOf(counted: readonly { readonly key: string; readonly count: number }[], key: string): number {
  return counted.find((one) => one.key === key)?.count ?? 0;
}

/** What came and went adds up to what is there. */
function standing(days: Counted, period: Period, start: number): Counted {
  let count = start;
  return daysOf(period)
    .toReversed()
    .map((day) => {
      const today = days.filter((one) => one.day === day);
      count += sumOf(today, 'came') - sumOf(today, 'went');
      return { day, key: 'live', count: Math.max(0, count) };
    });
}

interface TimeProps {
  readonly period: Period;
  readonly sites: Reached;
  readonly times: LinkTimes;
}

export function TimeCharts({ period, sites, times }: TimeProps) {
  const { links } = useWords();
  return (
    <>
      <PeriodForm action="/admin/links/time" period={period}>
        <SiteOf sites={sites} selected={period.site} />
      </PeriodForm>
      <DayChart
        title={links.live}
        note={links.liveNote}
        series={times.live}
        labels={{ live: links.state.present }}
        isStand
      />
      <DayChart title={links.changes} note={links.changesNote} series={times.changes} labels={links.changed} />
      <DayChart title={links.visitors} note={links.visitorsNote} series={times.visits} labels={links.came} />
    </>
  );
}
