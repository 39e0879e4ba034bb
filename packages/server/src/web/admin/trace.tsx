import type { TraceStep } from '../../trace.ts';
import { Moment } from './moment.tsx';
import { Permitted } from './permitted.tsx';
import { Reason } from './reason.tsx';
import { useWords } from './speaking.tsx';

interface TraceProps {
  readonly steps: readonly TraceStep[];
  readonly now: number;
  /** What is to be done about it. */
  readonly next: string;
  /** Of a page of the owner's, which the doctor can be asked about. */
  readonly page?: string;
}

/** What happened, in order, and what to do. */
export function Trace({ steps, now, next, page }: TraceProps) {
  const { states, trace, doctor } = useWords();
  return (
    <section id="trace">
      <h2>{trace.whatHappened}</h2>
      <ol class="trace">
        {steps.map(({ at, step, reason }) => (
          <li>
            <strong>{states.step[step]}</strong>{' '}
            <small>
              <Moment at={at} now={now} />
            </small>
            <br />
            <Reason text={reason} />
          </li>
        ))}
      </ol>
      {next !== '' && (
        <p id="next">
          <strong>{doctor.todo}</strong>
          <br />
          <Reason text={next} />
          {page !== undefined && /hearback doctor.* on (?:your page|it)/.test(next) && (
            <Permitted right="change">
              {' '}
              <a href={`/admin/doctor?${new URLSearchParams({ url: page })}`}>{doctor.title}</a>
            </Permitted>
          )}
        </p>
      )}
    </section>
  );
}
