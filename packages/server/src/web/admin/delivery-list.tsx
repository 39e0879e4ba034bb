import { DELIVERY_STATUSES, type Delivery } from '../../delivery.ts';
import { type Asked, TELLING } from '../delivery-filter.ts';
import { line } from '../text.ts';
import { Moment } from './moment.tsx';
import { Outward } from './outward.tsx';
import { DELIVERY_SENTENCE, PROTOCOL_NAME } from './sentences.ts';

export function FilterForm({ asked }: { asked: Asked }) {
  return (
    <form method="get" action="/admin/deliveries" class="filter">
      {(['site', 'from', 'to'] as const).map(
        (name) => asked[name] && <input type="hidden" name={name} value={asked[name]} />,
      )}
      <label>
        Outcome
        <select name="status">
          <option value="">any</option>
          {DELIVERY_STATUSES.map((status) => (
            <option value={status} selected={status === asked.status}>
              {DELIVERY_SENTENCE[status]}
            </option>
          ))}
        </select>
      </label>
      <label>
        By
        <select name="protocol">
          <option value="">any</option>
          {TELLING.map((protocol) => (
            <option value={protocol} selected={protocol === asked.protocol}>
              {PROTOCOL_NAME[protocol]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Host
        <input name="host" value={asked.host} maxlength={300} placeholder="bob.example" />
      </label>
      <label>
        Your post
        <input name="post" value={asked.post} maxlength={2000} placeholder="its address" />
      </label>
      <button type="submit" class="secondary">
        Show
      </button>
    </form>
  );
}

export function DeliveryTable({ deliveries, now }: { deliveries: readonly Delivery[]; now: number }) {
  return (
    <div class="overflow-auto">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">Told</th>
            <th scope="col">Why</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr>
              <td data-label="Outcome">
                <a href={`/admin/deliveries/${delivery.id}`}>{DELIVERY_SENTENCE[delivery.status]}</a>
              </td>
              <td class="address" data-label="Told">
                <Outward url={delivery.target} />
              </td>
              <td class="word" data-label="Why">
                <bdi>{line(delivery.reason)}</bdi>
              </td>
              <td data-label="When">
                <Moment at={delivery.updatedAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
