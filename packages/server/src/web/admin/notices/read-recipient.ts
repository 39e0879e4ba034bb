import { parseUrl } from '@hearback/protocol';
import { isMailAddress } from '../../../mail-config.ts';
import { HOOK_EVENTS, MENTION_EVENTS, type NoticeEvent } from '../../../notice.ts';
import { HOOK_FORMATS, PACES, type Recipient, type Timing } from '../../../recipient.ts';
import { asLanguage } from '../../../words/language.ts';
import type { Words } from '../../../words/words.ts';
import { isZone } from '../../../zone.ts';

type Kind = Recipient['kind'];
export type Fields = 'address' | 'events' | 'site' | 'zone' | 'secret' | 'token';
export type Problems = Partial<Record<Fields, string>>;

export type ReadRecipient =
  | { readonly ok: true; readonly recipient: Recipient }
  | { readonly ok: false; readonly problems: Problems };

interface Given {
  readonly form: URLSearchParams;
  readonly kind: Kind;
  readonly id: string;
  /** As it was, when it is changed. */
  readonly known: Recipient | undefined;
  readonly now: number;
  readonly isSite: (id: string) => boolean;
  readonly words: Words;
}

const NEWS = MENTION_EVENTS.filter((event) => event !== 'mention.withdrawn');

/** What each kind may hear of: a person need not hear what that person decided, and of deliveries there is a list. */
export const OFFERED: Readonly<Record<Kind, readonly NoticeEvent[]>> = {
  email: [...NEWS, 'ledger.report'],
  ntfy: NEWS,
  webhook: HOOK_EVENTS,
};

/** The recipient that a form describes, or everything that is wrong with it, each beside its field. */
export function readRecipient({ form, kind, id, known, now, isSite, words }: Given): ReadRecipient {
  const { problem } = words.notices;
  const text = (name: string) => (form.get(name) ?? '').trim();
  const address = addressOf(kind, text('address'));
  const events = OFFERED[kind].filter((event) => form.getAll('event').includes(event));
  const site = text('site') || undefined;
  const secret = secretOf(kind, text(kind === 'ntfy' ? 'token' : 'secret'), known);
  const timing = timingOf(text);
  const problems: Problems = {
    ...(address === undefined && { address: problem[kind] }),
    ...(events.length === 0 && { events: problem.events }),
    ...(site !== undefined && !isSite(site) && { site: problem.site }),
    ...(kind !== 'webhook' && !isZone(timing.zone) && { zone: problem.zone }),
    ...(secret === null && (kind === 'ntfy' ? { token: problem.token } : { secret: problem.secret })),
  };
  if (address === undefined || secret === null || Object.keys(problems).length > 0) return { ok: false, problems };
  const common = { id, address, site, events, active: form.has('active') };
  const kept = { problem: known?.problem, createdAt: known?.createdAt ?? now };
  const language = asLanguage(form.get('language')) ?? words.language;
  if (kind === 'email')
    return { ok: true, recipient: { ...common, ...kept, kind, timing, language, openLinks: form.has('openLinks') } };
  if (kind === 'ntfy') {
    const priority = Math.min(5, Math.max(1, Number(form.get('priority')) || 3));
    return { ok: true, recipient: { ...common, ...kept, kind, timing, language, token: secret, priority } };
  }
  const format = HOOK_FORMATS.find((one) => one === form.get('format')) ?? 'standard';
  return { ok: true, recipient: { ...common, ...kept, kind, secret, format } };
}

const TOPIC = /^\/[\w-]{1,64}$/;

function addressOf(kind: Kind, text: string): string | undefined {
  if (kind === 'email') return isMailAddress(text) ? text : undefined;
  const parsed = parseUrl(text);
  if (!parsed.ok || text.length > 2_000) return undefined;
  const { url } = parsed;
  if (kind === 'webhook') return url.href;
  return TOPIC.test(url.pathname) && url.search === '' && url.hash === '' ? url.href : undefined;
}

/** `undefined` for none, `null` for one that cannot be used. One that is left empty stays what it was. */
function secretOf(kind: Kind, text: string, known: Recipient | undefined): string | undefined | null {
  const before = known && ('secret' in known ? known.secret : 'token' in known ? known.token : undefined);
  if (kind === 'email' || text === '') return before;
  const shape = kind === 'ntfy' ? /^[\w.~-]{1,200}$/ : /^[\x21-\x7e]{8,200}$/;
  return shape.test(text) ? text : null;
}

function timingOf(text: (name: string) => string): Timing {
  const hour = /^(?:[01]?\d|2[0-3])$/.exec(text('hour'))?.[0] ?? '8';
  return {
    pace: PACES.find((pace) => pace === text('pace')) ?? 'each',
    hour: Number(hour),
    zone: text('zone') || 'UTC',
  };
}

/** A recipient as its form has it; secrets stay where they are. */
export function fieldsOf(recipient: Recipient): URLSearchParams {
  const { address, site = '', events, active } = recipient;
  const fields = new URLSearchParams({ address, site });
  for (const event of events) fields.append('event', event);
  if (active) fields.set('active', 'on');
  if (recipient.kind === 'webhook') {
    fields.set('format', recipient.format);
    return fields;
  }
  const { pace, hour, zone } = recipient.timing;
  for (const [name, value] of Object.entries({ pace, hour: String(hour), zone, language: recipient.language }))
    fields.set(name, value);
  if (recipient.kind === 'ntfy') fields.set('priority', String(recipient.priority));
  else if (recipient.openLinks) fields.set('openLinks', 'on');
  return fields;
}
