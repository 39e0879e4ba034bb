import type { Child } from 'hono/jsx';
import type { Counts } from '../../../ports/index.ts';
import { Moment } from '../moment.tsx';
import { useWords } from '../speaking.tsx';
import { Bar } from './picture.tsx';

export interface Ranked {
  readonly name: Child;
  readonly count: number;
  readonly href: string;
}

interface RankingProps {
  readonly title: string;
  readonly what: string;
  readonly ranked: readonly Ranked[];
}

/** Who is first, with bars, and the list behind each number. */
export function Ranking({ title, what, ranked }: RankingProps) {
  const { overview, write } = useWords();
  const most = ranked[0]?.count ?? 0;
  return (
    <section>
      <h2>{title}</h2>
      {ranked.length === 0 ? (
        <p class="empty">{overview.nothingApproved}</p>
      ) : (
        <>
          <p class="faint">{overview.onlyApproved}</p>
          <table class="ranking">
            <thead>
              <tr>
                <th scope="col">{what}</th>
                <th scope="col" class="number">
                  {overview.mentions}
                </th>
              </tr>
            </thead>
            <tbody>
              {ranked.map(({ name, count, href }) => (
                <tr>
                  <th scope="row" class="address">
                    {name}
                    <Bar count={count} most={most} />
                  </th>
                  <td class="number">
                    <a href={href}>{write.number(count)}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

type Overdue = Awaited<ReturnType<Counts['overdue']>>;

/** How old the oldest work is that could be done: what grows here is too much for this machine. */
export function QueueTable({ overdue, now }: { overdue: Overdue; now: number }) {
  const { overview, write } = useWords();
  return (
    <section>
      <h2>{overview.queue}</h2>
      {overdue.length === 0 ? (
        <p class="empty">{overview.nothingQueued}</p>
      ) : (
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">{overview.work}</th>
              <th scope="col" class="number">
                {overview.overdue}
              </th>
              <th scope="col">{overview.oldest}</th>
            </tr>
          </thead>
          <tbody>
            {overdue.map(({ kind, count, since }) => (
              <tr>
                <th scope="row">{overview.jobs[kind]}</th>
                <td class="number" data-label={overview.overdue}>
                  {kind === 'deliver' ? (
                    <a href="/admin/deliveries?status=queued">{write.number(count)}</a>
                  ) : (
                    write.number(count)
                  )}
                </td>
                <td data-label={overview.oldest}>
                  <Moment at={since} now={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
