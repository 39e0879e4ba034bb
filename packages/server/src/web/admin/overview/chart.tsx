import type { Child } from 'hono/jsx';
import { isoDay, startOf } from '../../../ports/counts.ts';
import { useWords } from '../speaking.tsx';
import { Line, Stacked } from './picture.tsx';
import { type Cell, type DayRow, type Series, spamShare, totalOf } from './series.ts';

type Labels = Readonly<Record<string, string>>;

interface ChartProps {
  readonly title: string;
  readonly note?: string;
  readonly series: Series;
  /** What each name is called, in the order of the columns. */
  readonly labels: Labels;
  /** What stands on a day, instead of what happened on it: the days have no sum. */
  readonly isStand?: boolean;
}

/** Days with what was counted of them, as a picture and as its table. */
export function DayChart({ title, note, series, labels, isStand = false }: ChartProps) {
  const { overview } = useWords();
  return (
    <Figure title={title} note={note} picture={<Stacked rows={series.rows} />} rows={series.rows} labels={labels}>
      <table data-chart="stacked">
        <thead>
          <tr>
            <th scope="col">{overview.day}</th>
            {Object.entries(labels).map(([name, label]) => (
              <th scope="col" class="number" data-series={name}>
                {label}
              </th>
            ))}
            {!isStand && (
              <th scope="col" class="number">
                {overview.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {series.rows.map(({ day, cells }) => (
            <Row day={day} cells={cells} isStand={isStand} />
          ))}
        </tbody>
        {!isStand && (
          <tfoot>
            <Row cells={series.totals} />
          </tfoot>
        )}
      </table>
    </Figure>
  );
}

function Row({ day, cells, isStand = false }: { day?: number; cells: readonly Cell[]; isStand?: boolean }) {
  const { overview, write } = useWords();
  return (
    <tr data-day={day === undefined ? undefined : isoDay(day)}>
      <th scope="row">{day === undefined ? overview.total : write.day(startOf(day))}</th>
      {cells.map(({ name, count, href }) => (
        <td class="number" data-series={name} data-count={String(count)}>
          {count === 0 ? '0' : <a href={href}>{write.number(count)}</a>}
        </td>
      ))}
      {!isStand && <td class="number">{write.number(totalOf(cells))}</td>}
    </tr>
  );
}

/** Spam among what asked for a decision, day by day. */
export function ShareChart({ title, series }: { title: string; series: Series }) {
  const { overview, write } = useWords();
  const shares = series.rows.map(({ cells }) => spamShare(cells));
  const all = spamShare(series.totals);
  const cell = (share: number | undefined, cells: readonly Cell[]) => (
    <td class="number" data-series="spam" data-count={String(Math.round((share ?? 0) * 100))}>
      {share === undefined ? '–' : <a href={cells.find(({ name }) => name === 'spam')?.href}>{write.percent(share)}</a>}
    </td>
  );
  return (
    <Figure
      title={title}
      picture={<Line shares={shares} series="spam" />}
      rows={series.rows}
      labels={{ spam: overview.share }}
    >
      <table data-chart="share">
        <thead>
          <tr>
            <th scope="col">{overview.day}</th>
            <th scope="col" class="number" data-series="spam">
              {overview.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.rows.map(({ day, cells }, at) => (
            <tr data-day={isoDay(day)}>
              <th scope="row">{write.day(startOf(day))}</th>
              {cell(shares[at], cells)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{overview.total}</th>
            {cell(all, series.totals)}
          </tr>
        </tfoot>
      </table>
    </Figure>
  );
}

interface FigureProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly picture: Child;
  readonly rows: readonly DayRow[];
  readonly labels: Labels;
  readonly children: Child;
}

/** The picture says nothing that its table does not: for whoever hears the page it is not there. */
function Figure({ title, note, picture, rows, labels, children }: FigureProps) {
  const { overview, write } = useWords();
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        {note && <p class="faint">{note}</p>}
      </figcaption>
      <div class="plot" aria-hidden="true">
        {picture}
        <p class="axis faint">
          <span>{oldest && write.day(startOf(oldest.day))}</span>
          <span>{newest && write.day(startOf(newest.day))}</span>
        </p>
        <ul class="legend">
          {Object.entries(labels).map(([name, label]) => (
            <li>
              <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                <rect class={`chart-${name}`} width="10" height="10" />
              </svg>{' '}
              {label}
            </li>
          ))}
        </ul>
      </div>
      <details>
        <summary aria-label={`${overview.asTable}: ${title}`}>{overview.asTable}</summary>
        <div class="overflow-auto">{children}</div>
      </details>
    </figure>
  );
}
