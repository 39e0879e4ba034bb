import { LINK_PLACES, PROTOCOLS } from '@hearback/protocol';
import { LINK_RELS, SEEN_STATES } from '../../../ports/index.ts';
import { DECISIONS, type LinkField, LOST_WITHIN, type ReadLinks } from '../../links/filter.ts';
import { line } from '../../text.ts';
import { type Choices, FilterChoice, FilterText } from '../filter-fields.tsx';
import { KINDS } from '../inbox-view.ts';
import type { Reached } from '../reached.ts';
import { PROTOCOL_NAME } from '../sentences.ts';
import { useWords } from '../speaking.tsx';
import { ORDERS, type Order } from './order.ts';

interface FilterProps {
  readonly read: ReadLinks;
  readonly order: Order;
  readonly sites: Reached;
}

/** Fields that narrow the table; what was typed wrongly comes back as it was typed. */
export function LinkFilter({ read: { asked, wrong }, order, sites }: FilterProps) {
  const { inbox, links, states, deliveries, site } = useWords();
  const invalid = (field: LinkField) => (wrong.includes(field) ? 'true' : undefined);
  const said = (field: LinkField) => ({
    name: field,
    label: links.fields[field],
    value: asked[field],
    wrong: wrong.includes(field),
  });
  const text = (field: LinkField, type: 'text' | 'date' = 'text', hint?: string) => (
    <FilterText {...said(field)} type={type} hint={hint} />
  );
  const choice = (field: LinkField, choices: Choices, none = inbox.any) => (
    <FilterChoice {...said(field)} choices={choices} none={none} />
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
            {sites === 'many'
              ? text('site', 'text', site.idHint)
              : (sites.length > 1 || asked.site) &&
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
