import { LINK_PLACES, PROTOCOLS } from '@hearback/protocol';
import { LINK_RELS, SEEN_STATES } from '../../../ports/index.ts';
import type { Site } from '../../../site.ts';
import { DECISIONS, type LinkField, LOST_WITHIN, type ReadLinks } from '../../links/filter.ts';
import { line } from '../../text.ts';
import { KINDS } from '../inbox-view.ts';
import { PROTOCOL_NAME } from '../sentences.ts';
import { useWords } from '../speaking.tsx';
import { ORDERS, type Order } from './order.ts';

interface FilterProps {
  readonly read: ReadLinks;
  readonly order: Order;
  readonly sites: readonly Site[];
}

type Choices = readonly (readonly [string, string])[];

/** Fields that narrow the table; what was typed wrongly comes back as it was typed. */
export function LinkFilter({ read: { asked, wrong }, order, sites }: FilterProps) {
  const { inbox, links, states, deliveries } = useWords();
  const invalid = (field: LinkField) => (wrong.includes(field) ? 'true' : undefined);
  const text = (field: LinkField, type: 'text' | 'date' = 'text', hint?: string) => (
    <label>
      {links.fields[field]}
      <input
        name={field}
        // A field for dates would show nothing of what is none.
        type={invalid(field) ? 'text' : type}
        value={asked[field]}
        placeholder={hint}
        maxlength={2000}
        aria-invalid={invalid(field)}
      />
    </label>
  );
  const choice = (field: LinkField, choices: Choices, none = inbox.any) => (
    <label>
      {links.fields[field]}
      <select name={field} aria-invalid={invalid(field)}>
        <option value="">{none}</option>
        {choices.map(([value, name]) => (
          <option value={value} selected={value === asked[field]}>
            {name}
          </option>
        ))}
        {invalid(field) && (
          <option value={asked[field]} selected>
            {line(asked[field])}
          </option>
        )}
      </select>
    </label>
  );
  const named = <Name extends string>(all: readonly Name[], names: Readonly<Record<Name, string>>): Choices =>
    all.map((one) => [one, names[one]] as const);
  return (
    <search>
      <form method="get" action="/admin/links" class="narrow-by">
        <div class="search">
          <label>
            <span>{links.fields.q}</span>
            <input name="q" type="search" value={asked.q} maxlength={2000} aria-invalid={invalid('q')} />
          </label>
          <button type="submit" class="secondary">
            {deliveries.show}
          </button>
        </div>
        <details open={wrong.length > 0}>
          <summary>{inbox.filters}</summary>
          <div class="filter">
            {(sites.length > 1 || asked.site) &&
              choice(
                'site',
                sites.map(({ id, name }) => [id, line(name)] as const),
              )}
            {text('page', 'text', links.pageHint)}
            {text('domain', 'text', 'bob.example')}
            {choice('state', named(SEEN_STATES, links.state))}
            {choice('rel', named(LINK_RELS, links.rel))}
            {choice('place', named(LINK_PLACES, links.place))}
            {choice('indexing', named(['noindex', 'indexable'] as const, links.indexing))}
            {choice('kind', named(KINDS, inbox.kinds))}
            {choice('protocol', named(PROTOCOLS, PROTOCOL_NAME))}
            {choice('decision', named(DECISIONS, { ...states.moderation, any: links.anyDecision }), links.wanted)}
            {text('first-from', 'date')}
            {text('first-to', 'date')}
            {text('seen-from', 'date')}
            {text('seen-to', 'date')}
            {choice(
              'lost-within',
              LOST_WITHIN.map((days) => [days, links.lastDays(Number(days))] as const),
            )}
            {text('lost-from', 'date')}
            {text('lost-to', 'date')}
            <label>
              {links.order}
              <select name="order">
                {ORDERS.map((one) => (
                  <option value={one} selected={one === order}>
                    {links.orders[one]}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <button type="submit" class="secondary save">
            {deliveries.show}
          </button>
        </details>
      </form>
    </search>
  );
}
