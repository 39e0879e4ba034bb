import { HOOK_EVENTS, type NoticeEvent } from './notice.ts';
import type { Language } from './words/language.ts';

/** How soon: each one by itself, or all that gathered, every hour or once a day. */
export const PACES = ['each', 'hourly', 'daily'] as const;
export type Pace = (typeof PACES)[number];

export interface Timing {
  readonly pace: Pace;
  /** Of a daily one: the hour of the day, 0 to 23, in that time zone. */
  readonly hour: number;
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
}

interface AnyRecipient {
  readonly id: string;
  /** E-mail address, address of the webhook, or of the topic. */
  readonly address: string;
  /** The only site it hears of; `undefined` for all. */
  readonly site: string | undefined;
  readonly events: readonly NoticeEvent[];
  /** Switched off it hears nothing, and what waits for it is dropped. */
  readonly active: boolean;
  /** Why the last try came to nothing; `undefined` after one that did not. */
  readonly problem: string | undefined;
  readonly createdAt: number;
}

export interface EmailRecipient extends AnyRecipient {
  readonly kind: 'email';
  readonly timing: Timing;
  readonly language: Language;
  /** The links of a mail decide for whoever holds them; otherwise they ask for the log-in first. */
  readonly openLinks: boolean;
}

export const HOOK_FORMATS = ['standard', 'webmention.io'] as const;
export type HookFormat = (typeof HOOK_FORMATS)[number];

export interface HookRecipient extends AnyRecipient {
  readonly kind: 'webhook';
  /** `whsec_` and base64, or any text; unsigned without one. */
  readonly secret: string | undefined;
  readonly format: HookFormat;
}

export interface TopicRecipient extends AnyRecipient {
  readonly kind: 'ntfy';
  readonly timing: Timing;
  readonly language: Language;
  readonly token: string | undefined;
  /** 1, lowest, to 5. */
  readonly priority: number;
}

/** Somebody or something that is told what happens. */
export type Recipient = EmailRecipient | HookRecipient | TopicRecipient;
/** Those for whom news are gathered; a webhook is called for each. */
export type Gathering = EmailRecipient | TopicRecipient;

/** The webhook that the configuration names: it follows the configuration and is changed there only. */
export const CONFIGURED = 'configured';

/** More are not made: each is told everything. */
export const MOST_RECIPIENTS = 50;

export const ALL_EVENTS: readonly NoticeEvent[] = HOOK_EVENTS;
