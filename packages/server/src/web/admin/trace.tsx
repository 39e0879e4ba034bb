import type { NextStep } from '../../next-step.ts';
import type { TraceStep } from '../../trace.ts';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { Permitted } from './permitted.tsx';
import { Reason } from './reason.tsx';
import { useWords } from './speaking.tsx';

interface TraceProps {
  readonly steps: readonly TraceStep[];
  readonly now: number;
  /** What is to be done about it. */
  readonly next: NextStep;
  /** Of a page of the owner's, which the doctor can be asked about. */
  readonly page?: string;
}

/** Those that send to the doctor with a page of the owner's. */
const FOR_DOCTOR: readonly NextStep[] = ['noReason', 'fault16', 'fault17', 'refused'];

/** What happened, in order, and what to do. */
export function Trace({ steps, now, next, page }: TraceProps) {
  const words = useWords();
  const { states, trace, doctor } = words;
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
      <p id="next">
        <strong>{doctor.todo}</strong>
        <br />
        <Marked text={words.next[next]} />
        {page !== undefined && FOR_DOCTOR.includes(next) && (
          <Permitted right="change">
            {' '}
            <a href={`/admin/doctor?${new URLSearchParams({ url: page })}`}>{doctor.title}</a>
          </Permitted>
        )}
      </p>
    </section>
  );
}
