import type { Child } from 'hono/jsx';
import type { SiteDirectory } from '../../../pages/directory.ts';
import { HOOK_FORMATS, PACES, type Recipient } from '../../../recipient.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../words/language.ts';
import { Csrf } from '../layout.tsx';
import { Marked } from '../marked.tsx';
import { reached } from '../reached.ts';
import { SiteChoice } from '../site-choice.tsx';
import { useWords } from '../speaking.tsx';
import type { Visitor } from '../visitor.ts';
import { OFFERED, type Problems } from './read-recipient.ts';

export interface FormProps {
  readonly kind: Recipient['kind'];
  readonly action: string;
  /** What stands in it: what was given, or the recipient as it is. */
  readonly given: URLSearchParams;
  readonly problems: Problems;
  /** There is a secret or token already. */
  readonly hasSecret: boolean;
  readonly directory: SiteDirectory;
  readonly visitor: Visitor;
}

/** Who is told what, and how. */
export function RecipientForm({ kind, action, given, problems, hasSecret, directory, visitor }: FormProps) {
  const { notices } = useWords();
  const value = (name: string) => given.get(name) ?? '';
  return (
    <form method="post" action={action}>
      <Csrf visitor={visitor} />
      <Labelled field="address" label={notices.address[kind]} problem={problems.address}>
        <input {...inputOf('address', problems.address)} value={value('address')} required maxlength={2000} />
      </Labelled>
      <fieldset aria-describedby={problems.events ? 'events-note' : undefined}>
        <legend>{notices.hears}</legend>
        {OFFERED[kind].map((event) => (
          <label>
            <input type="checkbox" name="event" value={event} checked={given.getAll('event').includes(event)} />{' '}
            {kind === 'webhook' && event === 'mention.published' ? notices.published : notices.event[event]}
          </label>
        ))}
        <Note field="events" problem={problems.events} />
      </fieldset>
      <Labelled field="site" label={notices.site} problem={problems.site}>
        <SiteChoice
          sites={reached(directory, visitor.memberships, 'see')}
          selected={value('site')}
          all={notices.allSites}
          id="site"
        />
      </Labelled>
      {kind !== 'webhook' && <TimingFields given={given} problems={problems} />}
      {kind === 'email' && (
        <fieldset>
          <label>
            <input
              type="checkbox"
              name="openLinks"
              checked={given.has('openLinks')}
              aria-describedby="openLinks-note"
            />{' '}
            {notices.openLinks}
          </label>
          <p class="faint" id="openLinks-note">
            {notices.openLinksHint}
          </p>
        </fieldset>
      )}
      {kind === 'webhook' && (
        <>
          <Choice
            field="format"
            label={notices.format}
            value={value('format')}
            options={HOOK_FORMATS.map((id) => [id, notices.formats[id]])}
          />
          <Labelled
            field="secret"
            label={notices.secret}
            problem={problems.secret}
            hint={hasSecret ? notices.secretKept : notices.secretHint}
          >
            <input {...inputOf('secret', problems.secret, true)} value={value('secret')} maxlength={400} />
          </Labelled>
        </>
      )}
      {kind === 'ntfy' && (
        <>
          <Labelled
            field="token"
            label={notices.token}
            problem={problems.token}
            hint={hasSecret ? notices.secretKept : notices.tokenHint}
          >
            <input {...inputOf('token', problems.token, true)} value={value('token')} maxlength={400} />
          </Labelled>
          <Choice
            field="priority"
            label={notices.priority}
            value={value('priority') || '3'}
            options={notices.priorities.map((name, at) => [String(at + 1), name])}
          />
        </>
      )}
      <fieldset>
        <label>
          <input type="checkbox" name="active" checked={given.has('active')} /> {notices.active}
        </label>
      </fieldset>
      <button type="submit">{notices.save}</button>
    </form>
  );
}

function TimingFields({ given, problems }: Pick<FormProps, 'given' | 'problems'>) {
  const { notices, layout } = useWords();
  const hours = Array.from({ length: 24 }, (_, hour) => [String(hour), `${hour}:00`] as const);
  const value = (name: string) => given.get(name) ?? '';
  return (
    <>
      <Choice
        field="pace"
        label={notices.howOften}
        value={value('pace')}
        options={PACES.map((id) => [id, notices.pace[id]])}
      />
      <div class="grid">
        <Choice field="hour" label={notices.hour} value={value('hour') || '8'} options={hours} />
        <Labelled field="zone" label={notices.zone} problem={problems.zone} hint={notices.zoneHint}>
          <input {...inputOf('zone', problems.zone, true)} value={value('zone') || 'UTC'} maxlength={60} />
        </Labelled>
      </div>
      <Choice
        field="language"
        label={layout.language}
        value={value('language')}
        options={LANGUAGES.map((id) => [id, LANGUAGE_NAMES[id]])}
      />
    </>
  );
}

interface ChoiceProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ field, label, value, options }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={field}>
        {options.map(([id, text]) => (
          <option value={id} selected={id === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LabelledProps {
  readonly field: string;
  readonly label: string;
  readonly problem: string | undefined;
  readonly hint?: string;
  readonly children: Child;
}

function Labelled({ field, label, problem, hint, children }: LabelledProps) {
  return (
    <label for={field}>
      {label}
      {children}
      <Note field={field} problem={problem} hint={hint} />
    </label>
  );
}

function Note({ field, problem, hint }: { field: string; problem: string | undefined; hint?: string | undefined }) {
  const text = problem ?? hint;
  return text === undefined ? null : (
    <small id={`${field}-note`}>
      <Marked text={text} />
    </small>
  );
}

function inputOf(name: string, problem: string | undefined, hasHint = false) {
  return {
    name,
    id: name,
    autocomplete: 'off',
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': problem || hasHint ? `${name}-note` : undefined,
  };
}
