import { countTaken } from '../../import/counts.ts';
import { type ImportRun, type RunSkip, runState } from '../../import-run.ts';
import { BROUGHT_AS } from '../../mention.ts';
import { line } from '../text.ts';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { useWords } from './speaking.tsx';

/** Files that were given, and how far each is. */
export function ImportRuns({ runs, now }: { runs: readonly ImportRun[]; now: number }) {
  const { moving } = useWords();
  return (
    <section>
      <h2>{moving.runs}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{moving.file}</th>
            <th scope="col">{moving.given}</th>
            <th scope="col">{moving.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr>
              <td>
                <a href={`/admin/moving/${run.id}`}>
                  <bdi>{nameOf(run)}</bdi>
                </a>
              </td>
              <td>
                <Moment at={run.begunAt} now={now} />, <bdi>{line(run.by)}</bdi>
              </td>
              <td>{moving.states[runState(run, now)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A browser may say nothing of the name. */
export function nameOf({ name, id }: ImportRun): string {
  return line(name) || id;
}

/** How far a file is, and what came of it until now. */
export function RunShown({ run, now }: { run: ImportRun; now: number }) {
  const { moving, write } = useWords();
  const state = runState(run, now);
  const { counts, how, problem } = run;
  const taken = countTaken(counts);
  return (
    <>
      <p>
        <strong>{moving.states[state]}</strong>
        {state === 'stalled' && ` ${moving.stalledTodo}`}
      </p>
      {run.endedAt === undefined && (
        <progress value={Math.min(run.done, run.size)} max={run.size} aria-label={moving.states[state]} />
      )}
      {problem !== '' && (
        <p role="alert">
          <Marked
            text={moving.stopped}
            with={{
              problem: (
                <bdi lang="en" dir="ltr">
                  {line(problem)}
                </bdi>
              ),
            }}
          />
        </p>
      )}
      <p>
        {moving.done(counts.read)} {how.isDry && moving.dryDone}
        {!how.isDry && taken === 0 && run.endedAt !== undefined && moving.nothingNew}
      </p>
      <Outcomes run={run} number={write.number} />
      {counts.linking > 0 && !how.isDry && (
        <p>
          <a href="/admin/links/searched">{moving.searched}</a>
        </p>
      )}
    </>
  );
}

/** By kinds; each only where there was one. */
function Outcomes({ run: { counts }, number }: { run: ImportRun; number: (value: number) => string }) {
  const { moving } = useWords();
  const rows = [
    ...BROUGHT_AS.map((as) => [moving.taken[as], counts.taken[as]] as const),
    [moving.linking, counts.linking] as const,
    ...Object.entries(counts.skipped).map(([why, n]) => [reason(moving.skipped, why), n ?? 0] as const),
  ].filter(([, n]) => n > 0);
  if (rows.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{moving.number}</th>
          <th scope="col">{moving.outcome}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([text, n]) => (
          <tr>
            <td>{number(n)}</td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was left out, line by line; all of it is in a file. */
export function LeftOut({ id, skips }: { id: string; skips: readonly RunSkip[] }) {
  const { moving } = useWords();
  return (
    <section>
      <h2>{moving.leftOut}</h2>
      <p>
        <a href={`/admin/moving/${id}/skipped.csv`}>{moving.leftOutFile}</a>
      </p>
      <ul>
        {skips.map(({ place, why, what }) => (
          <li class="address">
            {line(place)}: {reason(moving.skipped, why)} <bdi>{line(what)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A reason that a later version wrote is told as it stands. */
function reason(reasons: Readonly<Record<string, string>>, why: string): string {
  return reasons[why] ?? line(why);
}
