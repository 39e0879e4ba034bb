import { DELIVERY_STATUSES, type Delivery } from '../../delivery.ts';
import { type Asked, TELLING, type WrongField } from '../delivery-filter.ts';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { Reason } from './reason.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { useWords } from './speaking.tsx';

interface FilterFormProps {
  readonly asked: Asked;
  readonly wrong: readonly WrongField[];
}

export function FilterForm({ asked, wrong }: FilterFormProps) {
  const { deliveries, states } = useWords();
  return (
    <form method="get" action="/admin/deliveries" class="filter">
      {asked.site && <input type="hidden" name="site" value={asked.site} />}
      {(['from', 'to'] as const).map(
        // What is wrong and cannot be seen must not come back with the form.
        (name) => asked[name] && !wrong.includes(name) && <input type="hidden" name={name} value={asked[name]} />,
      )}
      <label>
        {deliveries.outcome}
        <select name="status">
          <option value="">{deliveries.any}</option>
          {DELIVERY_STATUSES.map((status) => (
            <option value={status} selected={status === asked.status}>
              {states.delivery[status]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {deliveries.by}
        <select name="protocol">
          <option value="">{deliveries.any}</option>
          {TELLING.map((protocol) => (
            <option value={protocol} selected={protocol === asked.protocol}>
              {PROTOCOL_NAME[protocol]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {deliveries.host}
        <input name="host" value={asked.host} maxlength={300} placeholder="bob.example" />
      </label>
      <label>
        {deliveries.post}
        <input name="post" value={asked.post} maxlength={2000} placeholder={deliveries.itsAddress} />
      </label>
      <button type="submit" class="secondary">
        {deliveries.show}
      </button>
    </form>
  );
}

export function DeliveryTable({ deliveries, now }: { deliveries: readonly Delivery[]; now: number }) {
  const { deliveries: words, states } = useWords();
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.told}</th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <td data-label={words.outcome}>
                <a href={`/admin/deliveries/${delivery.id}`}>{states.delivery[delivery.status]}</a>
              </td>
              <td class="address" data-label={words.told}>
                <Outward url={delivery.target} />
              </td>
              <td class="word" data-label={words.why}>
                <Reason text={delivery.reason} />
              </td>
              <td data-label={words.when}>
                <Moment at={delivery.updatedAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
