import type { TraceStep } from '../../trace.ts';
import { line } from '../text.ts';
import { Moment } from './moment.tsx';
import { STEP_NAME } from './sentences.ts';

/** What happened, in order. */
export function Trace({ steps, now }: { steps: readonly TraceStep[]; now: number }) {
  return (
    <section id="trace">
      <h2>What happened</h2>
      <ol class="trace">
        {steps.map(({ at, step, reason }) => (
          <li>
            <strong>{STEP_NAME[step]}</strong>{' '}
            <small>
              <Moment at={at} now={now} />
            </small>
            <br />
            <bdi>{line(reason)}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}
