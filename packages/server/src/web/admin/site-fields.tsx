import { PROTOCOLS } from '@hearback/protocol';
import { REPORTS } from '../../report-period.ts';
import { MODERATION_MODES } from '../../site-settings.ts';
import { Marked } from './marked.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { KEPT, SENDING, type SiteDraft, type SiteProblems } from './site-form.ts';
import { useWords } from './speaking.tsx';

interface FieldsProps {
  readonly draft: SiteDraft;
  readonly problems: SiteProblems;
  /** Keys of the configuration that give something: these fields are only shown. */
  readonly fixed: readonly string[];
}

export function ReceivingFields({ draft, problems, fixed }: FieldsProps) {
  const { site } = useWords();
  return (
    <>
      <label>
        <input type="checkbox" name="receive" checked={draft.receive} disabled={fixed.includes('receive')} />{' '}
        {site.receive}
      </label>
      {fixed.includes('receive') && <Fixed />}
      <fieldset
        disabled={fixed.includes('protocols')}
        aria-describedby="protocols-note"
        aria-invalid={problems.protocols ? 'true' : undefined}
      >
        <legend>{site.by}</legend>
        <input type="hidden" name="protocols" value="" />
        {PROTOCOLS.map((protocol) => (
          <label>
            <input type="checkbox" name="protocol" value={protocol} checked={draft.protocols.includes(protocol)} />{' '}
            {PROTOCOL_NAME[protocol]}
          </label>
        ))}
        <small id="protocols-note">
          {problems.protocols ?? (fixed.includes('protocols') ? site.fixed : site.byHint)}
        </small>
      </fieldset>
    </>
  );
}

export function ClosingFields({ draft, problems, fixed, dated }: FieldsProps & { readonly dated: string | undefined }) {
  const { site } = useWords();
  return (
    <>
      <Days
        label={site.closeAfter}
        field="closeAfterDays"
        value={draft.closeAfterDays}
        hint={fixed.includes('closeAfterDays') ? site.fixed : site.closeAfterHint}
        error={problems.closeAfterDays}
        disabled={fixed.includes('closeAfterDays')}
      />
      <label>
        {site.undated}
        <select name="undated" disabled={fixed.includes('undated')}>
          <option value="open" selected={draft.undated !== 'closed'}>
            {site.undatedOpen}
          </option>
          <option value="closed" selected={draft.undated === 'closed'}>
            {site.undatedClosed}
          </option>
        </select>
        <small>{fixed.includes('undated') ? site.fixed : dated}</small>
      </label>
    </>
  );
}

export function ModerationFields({ draft, fixed }: Omit<FieldsProps, 'problems'>) {
  const { site } = useWords();
  return (
    <fieldset disabled={fixed.includes('moderation')}>
      <legend>{site.shown}</legend>
      {MODERATION_MODES.map((mode) => (
        <label>
          <input type="radio" name="moderation" value={mode} checked={draft.moderation === mode} /> {site.mode[mode]}
        </label>
      ))}
      <small>{fixed.includes('moderation') ? site.fixed : site.modeHint}</small>
    </fieldset>
  );
}

/** What readers see of it. */
export function ShowingFields({ draft, fixed }: Omit<FieldsProps, 'problems'>) {
  const { site, showing } = useWords();
  const isFixed = fixed.includes('avatars');
  return (
    <>
      {!isFixed && <input type="hidden" name="shown" value="" />}
      <label>
        <input type="checkbox" name="avatars" checked={draft.avatars} disabled={isFixed} /> {showing.desk.avatars}
      </label>
      {isFixed && <small>{site.fixed}</small>}
    </>
  );
}

/** Whether senders are told why. */
export function ReasonsField({ draft, fixed }: Omit<FieldsProps, 'problems'>) {
  const { site } = useWords();
  const isFixed = fixed.includes('reasons');
  return (
    <>
      {!isFixed && <input type="hidden" name="told" value="" />}
      <label>
        <input
          type="checkbox"
          name="reasons"
          checked={draft.reasons}
          disabled={isFixed}
          aria-describedby="reasons-note"
        />{' '}
        {site.reasons}
      </label>
      <small id="reasons-note">{isFixed ? site.fixed : site.reasonsHint}</small>
    </>
  );
}

/** How often the report of its links is sent. */
export function ReportFields({ draft, problems, fixed }: FieldsProps) {
  const { report, notices, site } = useWords();
  const zoneNote = problems.zone ?? (fixed.includes('zone') ? site.fixed : notices.zoneHint);
  return (
    <>
      <h2>{report.howOften}</h2>
      <label>
        {report.howOften}
        <select name="report" disabled={fixed.includes('report')} aria-describedby="report-note">
          {REPORTS.map((pace) => (
            <option value={pace} selected={pace === draft.report}>
              {report.paces[pace]}
            </option>
          ))}
        </select>
        <small id="report-note">{fixed.includes('report') ? site.fixed : report.howOftenHint}</small>
      </label>
      <label>
        {report.zone}
        <input
          name="zone"
          value={draft.zone}
          maxlength={60}
          autocomplete="off"
          disabled={fixed.includes('zone')}
          aria-invalid={problems.zone ? 'true' : undefined}
          aria-describedby="zone-note"
        />
        <small id="zone-note">
          <Marked text={zoneNote} />
        </small>
      </label>
    </>
  );
}

export function SendingFields({ draft, problems, fixed }: FieldsProps) {
  const { site } = useWords();
  const words = { automatic: site.tellAutomatic, asked: site.tellAsked, never: site.tellNever };
  return (
    <label>
      {site.tell}
      <select name="send" disabled={fixed.includes('send')}>
        {SENDING.map((value) => (
          <option value={value} selected={value === draft.send}>
            {words[value]}
          </option>
        ))}
      </select>
      {(problems.send || fixed.includes('send')) && <small>{problems.send ?? site.fixed}</small>}
    </label>
  );
}

export function KeepingFields({ draft, problems, fixed }: FieldsProps) {
  const { site } = useWords();
  return (
    <fieldset disabled={fixed.includes('keepDays')}>
      <legend>
        <h2>{site.keeping}</h2>
      </legend>
      <div class="grid">
        {KEPT.map((name) => (
          <Days
            label={site.keep[name]}
            field={`keep-${name}`}
            value={draft.keepDays[name]}
            hint={name === 'refused' ? site.refusedHint : ''}
            error={problems[`keep-${name}`]}
          />
        ))}
      </div>
      <small>{fixed.includes('keepDays') ? site.fixed : site.keepingHint}</small>
    </fieldset>
  );
}

interface DaysProps {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly disabled?: boolean;
}

/** No `type=number`: browsers throw away what is no number, and then nobody can say what is wrong with it. */
function Days({ label, field, value, hint, error, disabled }: DaysProps) {
  const note = error ?? hint;
  return (
    <label>
      {label}
      <input
        name={field}
        value={value}
        inputmode="numeric"
        autocomplete="off"
        maxlength={20}
        disabled={disabled}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={note ? `${field}-note` : undefined}
      />
      {note && <small id={`${field}-note`}>{note}</small>}
    </label>
  );
}

function Fixed() {
  return <small>{useWords().site.fixed}</small>;
}
