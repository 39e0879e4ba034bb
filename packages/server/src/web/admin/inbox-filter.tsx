import { PROTOCOLS } from '@hearback/protocol';
import type { Words } from '../../words/words.ts';
import { line } from '../text.ts';
import { type Choices, FilterChoice, FilterText } from './filter-fields.tsx';
import { isFiltered, KINDS, VIEW_FIELDS, type View, type ViewField, writeView } from './inbox-view.ts';
import type { Reached } from './reached.ts';
import { PROTOCOL_NAME } from './sentences.ts';
import { useWords } from './speaking.tsx';

interface FilterProps {
  readonly view: View;
  readonly sites: Reached;
}

/** Words and fields that narrow the list; what was typed wrongly comes back as it was typed. */
export function InboxFilter({ view, sites }: FilterProps) {
  const { inbox, site } = useWords();
  const { asked, problems } = view;
  const invalid = (field: ViewField) => (problems.includes(field) ? 'true' : undefined);
  const said = (field: ViewField) => ({
    name: field,
    label: inbox.fields[field],
    value: asked[field],
    wrong: problems.includes(field),
  });
  const text = (field: ViewField, hint?: string) => <FilterText {...said(field)} hint={hint} />;
  const date = (field: 'from' | 'to') => <FilterText {...said(field)} type="date" />;
  const choice = (field: ViewField, choices: Choices) => (
    <FilterChoice {...said(field)} choices={choices} none={inbox.any} />
  );
  const isOpen = VIEW_FIELDS.some((field) => field !== 'q' && (asked[field] || invalid(field)));
  return (
    <search>
      <form method="get" action="/admin/inbox" class="narrow-by">
        <input type="hidden" name="show" value={view.tab} />
        <div class="search">
          <label>
            <span>{inbox.search}</span>
            <input
              name="q"
              type="search"
              value={asked.q}
              placeholder={inbox.searchHint}
              maxlength={2000}
              aria-invalid={invalid('q')}
            />
          </label>
          <button type="submit" class="secondary">
            {inbox.show}
          </button>
          <button type="button" id="keys-help" class="quiet scripted" hidden>
            {inbox.keys.help}
          </button>
        </div>
        <details open={isOpen && problems.length > 0}>
          <summary>{inbox.filters}</summary>
          <div class="filter">
            {sites === 'many' && text('site', site.idHint)}
            {sites !== 'many' &&
              sites.length > 1 &&
              choice(
                'site',
                sites.map(({ id, name }) => [id, name] as const),
              )}
            {sites !== 'many' && sites.length <= 1 && asked.site && text('site')}
            {choice(
              'kind',
              KINDS.map((kind) => [kind, inbox.kinds[kind]] as const),
            )}
            {choice(
              'protocol',
              PROTOCOLS.map((one) => [one, PROTOCOL_NAME[one]] as const),
            )}
            {text('target', inbox.hints.target)}
            {text('author', inbox.hints.author)}
            {text('domain', inbox.hints.domain)}
            {date('from')}
            {date('to')}
          </div>
          <button type="submit" class="secondary save">
            {inbox.show}
          </button>
        </details>
      </form>
    </search>
  );
}

/** What narrows the list, each to be taken away by a click. */
export function Chips({ view, sites, isFixed = false }: FilterProps & { readonly isFixed?: boolean }) {
  const { inbox } = useWords();
  if (!isFiltered(view)) return null;
  return (
    <nav class="chips" aria-label={inbox.chosen}>
      <ul>
        {VIEW_FIELDS.flatMap((field) => {
          const value = view.asked[field];
          if (!value) return [];
          const said = saidOf(inbox, sites, field, value);
          const chip = (
            <>
              {inbox.fields[field]}: <bdi>{said}</bdi>
            </>
          );
          return [
            <li>
              {isFixed ? (
                <span class="chip">{chip}</span>
              ) : (
                <a
                  class="chip"
                  href={`/admin/inbox?${writeView(view, { [field]: undefined })}`}
                  aria-label={inbox.remove(`${inbox.fields[field]}: ${said}`)}
                >
                  {chip} <span aria-hidden="true">×</span>
                </a>
              )}
            </li>,
          ];
        })}
        {!isFixed && (
          <li>
            <a href={`/admin/inbox?${writeView({ tab: view.tab, asked: {} })}`}>{inbox.removeAll}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** A value as the form names it. */
function saidOf(inbox: Words['inbox'], sites: Reached, field: ViewField, value: string): string {
  if (field === 'site') return line((sites !== 'many' && sites.find(({ id }) => id === value)?.name) || value);
  const kind = KINDS.find((one) => one === value);
  if (field === 'kind' && kind) return inbox.kinds[kind];
  const protocol = PROTOCOLS.find((one) => one === value);
  return field === 'protocol' && protocol ? PROTOCOL_NAME[protocol] : line(value).slice(0, 100);
}
