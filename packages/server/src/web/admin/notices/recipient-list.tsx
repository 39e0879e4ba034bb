import type { SiteDirectory } from '../../../pages/directory.ts';
import { CONFIGURED, type Recipient } from '../../../recipient.ts';
import type { Words } from '../../../words/words.ts';
import { line } from '../../text.ts';
import { Csrf } from '../layout.tsx';
import { useWords } from '../speaking.tsx';
import type { Visitor } from '../visitor.ts';

interface ListProps {
  readonly recipients: readonly Recipient[];
  readonly directory: SiteDirectory;
  readonly visitor: Visitor;
}

export function RecipientList({ recipients, directory, visitor }: ListProps) {
  const { notices } = useWords();
  if (recipients.length === 0) return <p class="empty">{notices.nobody}</p>;
  return (
    <>
      {recipients.map((recipient) => (
        <RecipientCard recipient={recipient} directory={directory} visitor={visitor} />
      ))}
    </>
  );
}

interface CardProps extends Omit<ListProps, 'recipients'> {
  readonly recipient: Recipient;
}

function RecipientCard({ recipient, directory, visitor }: CardProps) {
  const words = useWords();
  const { notices } = words;
  const { id, kind, address, site, events, active, problem } = recipient;
  const shown = line(address);
  return (
    <article class="recipient">
      <h2>
        <bdi>{shown}</bdi>
      </h2>
      <p class="faint">
        {[
          notices.kind[kind],
          ...(active ? [] : [notices.off]),
          ...(id === CONFIGURED ? [notices.fromConfiguration] : []),
          ...(recipient.kind === 'webhook' ? [notices.formats[recipient.format]] : [timingText(recipient, words)]),
          site === undefined ? notices.allSites : (directory.byId(site)?.name ?? site),
        ].map((part, n) => (
          <>
            {n > 0 && ' · '}
            <bdi>{line(part)}</bdi>
          </>
        ))}
      </p>
      <p>
        {notices.hears} {words.write.list(events.map((event) => eventName(kind, event, words)))}.
      </p>
      {problem && (
        <p role="alert">
          {notices.lastTry} <bdi lang="en">{line(problem)}</bdi>
        </p>
      )}
      <form method="post" action={`/admin/notices/${id}`} class="buttons">
        <Csrf visitor={visitor} />
        {id !== CONFIGURED && (
          <a href={`/admin/notices/${id}`} aria-label={notices.changeOf(shown)}>
            {notices.change}
          </a>
        )}
        <button
          type="submit"
          formaction={`/admin/notices/${id}/test`}
          class="secondary outline"
          aria-label={notices.testOf(shown)}
        >
          {notices.test}
        </button>
        {id !== CONFIGURED && (
          <button
            type="submit"
            formaction={`/admin/notices/${id}/remove`}
            class="quiet"
            aria-label={notices.removeOf(shown)}
          >
            {notices.remove}
          </button>
        )}
      </form>
    </article>
  );
}

function timingText(
  { timing: { pace, hour, zone } }: Exclude<Recipient, { kind: 'webhook' }>,
  { notices }: Words,
): string {
  return pace === 'daily' ? notices.dailyAt(`${hour}:00`, zone) : notices.pace[pace];
}

function eventName(kind: Recipient['kind'], event: Recipient['events'][number], { notices }: Words): string {
  return kind === 'webhook' && event === 'mention.published' ? notices.published : notices.event[event];
}
