import type { Receipt } from '../../inbound/removal.ts';
import {
  type Erased,
  SUPPRESSED_KINDS,
  type SuppressedKind,
  type Suppression,
  WISHES,
  type Wish,
} from '../../ports/index.ts';
import { line } from '../text.ts';
import { Fact, Facts } from './facts.tsx';
import { Csrf } from './layout.tsx';
import { Marked } from './marked.tsx';
import { Moment } from './moment.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

/** A form that was not done, as it was given. */
export interface Asked {
  readonly kind: SuppressedKind;
  readonly wish: Wish;
  readonly given: string;
  readonly problems: { readonly value?: string; readonly sure?: string };
}

export function RemovalForm({ visitor, asked }: { readonly visitor: Visitor; readonly asked: Asked | undefined }) {
  const { removals } = useWords();
  const { value, sure } = asked?.problems ?? {};
  return (
    <form method="post" action="/admin/removals">
      <Csrf visitor={visitor} />
      <fieldset>
        <legend>{removals.kind}</legend>
        {SUPPRESSED_KINDS.map((kind) => (
          <label>
            <input type="radio" name="kind" value={kind} checked={kind === (asked?.kind ?? 'page')} />{' '}
            {removals.kinds[kind]}
          </label>
        ))}
      </fieldset>
      <label>
        {removals.value}
        <input
          name="value"
          required
          maxlength={2048}
          value={asked?.given}
          placeholder="https://bob.example/page"
          {...wrong('value', value)}
        />
        <Wrong name="value" problem={value} />
      </label>
      <label>
        {removals.wish}
        <select name="wish">
          {WISHES.map((wish) => (
            <option value={wish} selected={wish === asked?.wish}>
              {removals.wishes[wish]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="sure" required {...wrong('sure', sure)} /> {removals.sure}
        <Wrong name="sure" problem={sure} />
      </label>
      <button type="submit" class="save">
        {removals.remove}
      </button>
    </form>
  );
}

/** To be given to whoever asked. */
export function ReceiptCard({ id, kind, whom, at, wish, erased }: Receipt) {
  const { removals, write } = useWords();
  const rows = [
    [removals.kind, removals.kinds[kind]],
    [removals.value, <bdi class="address">{line(whom)}</bdi>],
    [removals.when, write.moment(at)],
    [removals.wish, removals.wishes[wish]],
    [removals.erased, <Counts erased={erased} />],
    [removals.number, <code>{id}</code>],
  ] as const;
  return (
    <section role="status">
      <h2>{removals.receipt}</h2>
      <p>{removals.receiptWhat}</p>
      <Facts>
        {rows.map(([name, value]) => (
          <Fact name={name}>{value}</Fact>
        ))}
      </Facts>
      <p>
        {removals.backups} <Marked text={removals.howToLift} />
      </p>
    </section>
  );
}

interface ListProps {
  readonly suppressions: readonly Suppression[];
  readonly visitor: Visitor;
  readonly now: number;
}

export function SuppressionList({ suppressions, visitor, now }: ListProps) {
  const { removals } = useWords();
  return (
    <section>
      <h2>{removals.listed}</h2>
      {suppressions.length === 0 && <p class="empty">{removals.nothing}</p>}
      {suppressions.length > 0 && (
        <form method="post" action="/admin/removals/lift">
          <Csrf visitor={visitor} />
          <ul class="rules">
            {suppressions.map(({ id, kind, at, wish, erased }) => (
              <li>
                <span>
                  {removals.kinds[kind]} <code>{id}</code>{' '}
                  <small>
                    <Moment at={at} now={now} /> · {removals.wish}: {removals.wishes[wish]} · <Counts erased={erased} />
                  </small>
                </span>
                <button type="submit" name="id" value={id} class="quiet" aria-label={removals.liftOne(id)}>
                  {removals.lift}
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
    </section>
  );
}

function Counts({ erased }: { readonly erased: Erased }) {
  const { removals, write } = useWords();
  const { mentions, deliveries, refusals } = erased;
  return <>{write.list([removals.mentions(mentions), removals.deliveries(deliveries), removals.refusals(refusals)])}</>;
}
