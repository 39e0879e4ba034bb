import { type Delivery, type Exchange, isFinal } from '../../delivery.ts';
import { block, line } from '../text.ts';
import { Fact, Facts } from './facts.tsx';
import { Csrf } from './layout.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { Reason } from './reason.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';

/** One delivery: what came of it, and the button that tells it again. */
export function DeliveryHead({ delivery, visitor }: { delivery: Delivery; visitor: Visitor }) {
  const { deliveries, states } = useWords();
  const { id, status, reason } = delivery;
  return (
    <>
      <h1>{states.delivery[status]}</h1>
      <p>
        <Reason text={reason} />
      </p>
      {(isFinal(status) || status === 'retrying') && (
        <form method="post" action={`/admin/deliveries/${id}/resend`}>
          <Csrf visitor={visitor} />
          <button type="submit" class="save secondary">
            {status === 'retrying' ? deliveries.tryNow : deliveries.sendAgain}
          </button>
        </form>
      )}
    </>
  );
}

export function DeliveryFacts({ delivery, now }: { delivery: Delivery; now: number }) {
  const { deliveries, write } = useWords();
  const { protocol, endpoint, software, fault, httpStatus, callback } = delivery;
  return (
    <Facts>
      <Fact name={deliveries.from}>
        <Outward url={delivery.source} />
      </Fact>
      <Fact name={deliveries.to}>
        <Outward url={delivery.target} />
      </Fact>
      {protocol && <Fact name={deliveries.by}>{PROTOCOL_NAME[protocol]}</Fact>}
      {endpoint && (
        <Fact name={deliveries.endpoint}>
          <Outward url={endpoint} />
          {software && <small> ({software})</small>}
          {delivery.lenient && <small> {deliveries.lenient}</small>}
        </Fact>
      )}
      {httpStatus !== undefined && (
        <Fact name={deliveries.answer}>
          HTTP {httpStatus}
          {fault !== undefined && `, ${deliveries.fault(fault)}`}
        </Fact>
      )}
      {callback && (
        <Fact name={deliveries.callback}>
          <Outward url={callback} />
        </Fact>
      )}
      <Fact name={deliveries.tries}>{write.number(delivery.attempts)}</Fact>
      <Fact name={deliveries.begun}>
        <Moment at={delivery.createdAt} now={now} />
      </Fact>
      <Fact name={deliveries.changed}>
        <Moment at={delivery.updatedAt} now={now} />
      </Fact>
    </Facts>
  );
}

/** What went over the wire, closed until somebody wants to know. */
export function Exchanges({ exchanges, now }: { exchanges: readonly Exchange[]; now: number }) {
  const { trace } = useWords();
  if (exchanges.length === 0) return null;
  return (
    <section>
      <h2>{trace.wire}</h2>
      <p class="faint">{trace.wireNote}</p>
      {exchanges.map(({ at, request, reply }) => (
        <details class="exchange">
          <summary>
            <bdi>{line(firstLine(request))}</bdi> → <bdi>{line(firstLine(reply))}</bdi>{' '}
            <small>
              <Moment at={at} now={now} />
            </small>
          </summary>
          <pre>{block(request)}</pre>
          <pre>{block(reply)}</pre>
        </details>
      ))}
    </section>
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
