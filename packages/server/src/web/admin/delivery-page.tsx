import { type Delivery, type Exchange, isFinal } from '../../delivery.ts';
import { block, line } from '../text.ts';
import { Fact, Facts } from './facts.tsx';
import { Csrf } from './layout.tsx';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { DELIVERY_SENTENCE, PROTOCOL_NAME } from './sentences.ts';
import type { Visitor } from './visitor.ts';

/** One delivery: what came of it, and the button that tells it again. */
export function DeliveryHead({ delivery, visitor }: { delivery: Delivery; visitor: Visitor }) {
  const { id, status, reason } = delivery;
  return (
    <>
      <h1>{DELIVERY_SENTENCE[status]}</h1>
      <p>
        <bdi>{line(reason)}</bdi>
      </p>
      {(isFinal(status) || status === 'retrying') && (
        <form method="post" action={`/admin/deliveries/${id}/resend`}>
          <Csrf visitor={visitor} />
          <button type="submit" class="save secondary">
            {status === 'retrying' ? 'Try now' : 'Send again'}
          </button>
        </form>
      )}
    </>
  );
}

export function DeliveryFacts({ delivery, now }: { delivery: Delivery; now: number }) {
  const { protocol, endpoint, software, fault, httpStatus, callback } = delivery;
  return (
    <Facts>
      <Fact name="From">
        <Outward url={delivery.source} />
      </Fact>
      <Fact name="To">
        <Outward url={delivery.target} />
      </Fact>
      {protocol && <Fact name="By">{PROTOCOL_NAME[protocol]}</Fact>}
      {endpoint && (
        <Fact name="Endpoint">
          <Outward url={endpoint} />
          {software && <small> ({software})</small>}
          {delivery.lenient && <small> (its advertisement breaks the specification; we read it all the same)</small>}
        </Fact>
      )}
      {httpStatus !== undefined && (
        <Fact name="Answer">
          HTTP {httpStatus}
          {fault !== undefined && `, fault ${fault}`}
        </Fact>
      )}
      {callback && (
        <Fact name="Tells of the outcome">
          <Outward url={callback} />
        </Fact>
      )}
      <Fact name="Tries">{delivery.attempts}</Fact>
      <Fact name="Begun">
        <Moment at={delivery.createdAt} now={now} />
      </Fact>
      <Fact name="Last change">
        <Moment at={delivery.updatedAt} now={now} />
      </Fact>
    </Facts>
  );
}

/** What went over the wire, closed until somebody wants to know. */
export function Exchanges({ exchanges, now }: { exchanges: readonly Exchange[]; now: number }) {
  if (exchanges.length === 0) return null;
  return (
    <section>
      <h2>What was sent and answered</h2>
      <p class="faint">
        The beginning of each request and answer, as text. Secrets in them are hidden; of an answer the first KiB is
        kept.
      </p>
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
