import type { TraceStep } from '../../trace.ts';
import { Moment } from './moment.tsx';
import { Reason } from './reason.tsx';
import { useWords } from './speaking.tsx';

interface TraceProps {
  readonly steps: readonly TraceStep[];
  readonly now: number;
  /** What is to be done about it. */
  readonly next: string;
}

/** What happened, in order, and what to do. */
export function Trace({ steps, now, next }: TraceProps) {
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
        </p>
      )}
    </section>
  );
}
