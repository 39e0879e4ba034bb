import { NOTICE_STATES, type Notice } from '../../../notice.ts';
import type { Recipient } from '../../../recipient.ts';
import { line } from '../../text.ts';
import { Csrf } from '../layout.tsx';
import { Moment } from '../moment.tsx';
import { useWords } from '../speaking.tsx';
import type { Visitor } from '../visitor.ts';

interface OutboxProps {
  readonly notices: readonly Notice[];
  readonly recipients: readonly Recipient[];
  readonly state: string;
  readonly now: number;
  readonly visitor: Visitor;
}

/** What was told to whom, with the reasons, and buttons that tell it again. */
export function Outbox({ notices: rows, recipients, state, now, visitor }: OutboxProps) {
  const { notices } = useWords();
  const addressOf = (id: string) => recipients.find((one) => one.id === id)?.address;
  return (
    <>
      <form method="get" action="/admin/notices/outbox" class="filter">
        <label>
          {notices.outcome}
          <select name="state">
            <option value="">{notices.any}</option>
            {NOTICE_STATES.map((one) => (
              <option value={one} selected={one === state}>
                {notices.state[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="secondary">
          {notices.show}
        </button>
      </form>
      {rows.length === 0 ? (
        <p class="empty">{notices.nothing}</p>
      ) : (
        <div class="overflow-auto">
          <table class="stacked">
            <thead>
              <tr>
                {[notices.outcome, notices.what, notices.told, notices.why, notices.when].map((name) => (
                  <th scope="col">{name}</th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((notice) => (
                <Row notice={notice} address={addressOf(notice.recipient)} now={now} visitor={visitor} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly notice: Notice;
  readonly address: string | undefined;
  readonly now: number;
  readonly visitor: Visitor;
}

function Row({ notice, address, now, visitor }: RowProps) {
  const { notices } = useWords();
  const { id, event, state, reason, updatedAt } = notice;
  return (
    <tr>
      <td data-label={notices.outcome}>{notices.state[state]}</td>
      <td data-label={notices.what}>
        <a href={aboutOf(notice)}>{notices.event[event]}</a>
      </td>
      <td class="word" data-label={notices.told}>
        {address === undefined ? notices.gone : <bdi>{line(address)}</bdi>}
      </td>
      <td class="word" data-label={notices.why} lang="en">
        <bdi>{line(reason)}</bdi>
      </td>
      <td data-label={notices.when}>
        <Moment at={updatedAt} now={now} />
      </td>
      <td>
        {state !== 'waiting' && address !== undefined && (
          <form method="post" action="/admin/notices/outbox" class="inline">
            <Csrf visitor={visitor} />
            <button
              type="submit"
              name="notice"
              value={id}
              class="quiet"
              aria-label={`${notices.again}: ${notices.event[event]}, ${address}`}
            >
              {notices.again}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

/** The page of what it tells of. */
function aboutOf({ event, subject, site }: Notice): string {
  if (event === 'ledger.report') return `/admin/links/report?site=${encodeURIComponent(site)}`;
  return `/admin/${event === 'delivery.finished' ? 'deliveries' : 'mentions'}/${subject}`;
}
