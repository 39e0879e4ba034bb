import type uPlotClass from 'uplot';
import { type Drawn, drawnOf } from './table.ts';

// From its own file, which the page loads before this one.
declare const uPlot: typeof uPlotClass;

const HEIGHT = 220;
const DAY = 86_400;
const { lang } = document.documentElement;
const days = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const short = (seconds: number) => days.format(seconds * 1000);
const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--chart-${name}`).trim();

/** The numbers of the table, drawn where the server drew them already: with a pointer that tells the numbers of a day. */
function draw(figure: HTMLElement): void {
  const table = figure.querySelector('table');
  const plot = figure.querySelector<HTMLElement>('.plot');
  if (!table || !plot) return;
  const drawn = drawnOf(table);
  const share = table.dataset.chart === 'share';
  const axis = {
    stroke: () => colour('text'),
    grid: { stroke: () => colour('line'), width: 1 },
    ticks: { show: false },
  };
  // What the server drew makes room, with its legend.
  plot.replaceChildren();
  const chart = new uPlot(
    {
      width: plot.clientWidth,
      height: HEIGHT,
      cursor: { drag: { x: false, y: false } },
      scales: {
        // Half a day on both sides, or the first bar and the last would be cut.
        x: { time: true, range: (_, first, last) => [first - DAY / 2, last + DAY / 2] },
        y: { range: (_, __, most) => [0, share ? 100 : Math.max(most, 4)] },
      },
      axes: [
        { ...axis, space: 70, incrs: [1, 2, 7, 14, 28].map((days) => days * DAY), values: (_, at) => at.map(short) },
        { ...axis, size: 46, incrs: share ? [25] : [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6] },
      ],
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      series: [
        { label: drawn.label, value: (_, seconds) => dayOf(drawn, seconds) },
        ...drawn.columns.map((column) => seriesOf(column, share)),
      ],
    },
    [drawn.days, ...drawn.columns.map(({ stacked }) => stacked)],
    plot,
  );
  new ResizeObserver(() => chart.setSize({ width: plot.clientWidth, height: HEIGHT })).observe(plot);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => chart.redraw());
}

function seriesOf({ name, label, counts }: Drawn['columns'][number], share: boolean): uPlotClass.Series {
  const bars = share ? {} : { paths: uPlot.paths.bars?.({ size: [0.8, 40] }) as uPlotClass.Series.PathBuilder };
  return {
    label,
    ...bars,
    stroke: () => colour(name),
    ...(!share && { fill: () => colour(name) }),
    width: share ? 2 : 0,
    points: { show: false },
    value: (_, __, ___, at) => (at === null || at === undefined ? '' : `${counts[at] ?? 0}${share ? ' %' : ''}`),
  };
}

function dayOf({ labels, days }: Drawn, seconds: number | null): string {
  return seconds === null ? '' : (labels[days.indexOf(seconds)] ?? '');
}

for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) draw(figure);
