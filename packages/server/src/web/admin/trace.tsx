import type { TraceStep } from '../../trace.ts';
import { Moment } from './moment.tsx';
import { Reason } from './reason.tsx';
import { useWords } from './speaking.tsx';

/** What happened, in order. */
export function Trace({ steps, now }: { steps: readonly TraceStep[]; now: number }) {
  const { states, trace } = useWords();
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
    </section>
  );
}
