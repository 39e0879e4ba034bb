/** What can happen to a mention that somebody wants to hear of. The names are part of the contract of the webhooks. */
export const MENTION_EVENTS = [
  /** Judged, and waiting for a decision. Once for each mention. */
  'mention.held',
  /** Readers see it from now on. */
  'mention.published',
  /** Readers saw it, and it was decided that they see it no more. */
  'mention.withdrawn',
  /** Readers saw it, and its link is gone. */
  'mention.lost',
  /** Its link was gone and is back, so readers see it again. */
  'mention.recovered',
] as const;
export type MentionEvent = (typeof MENTION_EVENTS)[number];

/** Webhooks hear of what happens to deliveries too. */
export const HOOK_EVENTS = [...MENTION_EVENTS, 'delivery.finished'] as const;

/** Mails may also bring the report of a week's or a month's links: what happened to the site is told at its end. */
export const NOTICE_EVENTS = [...HOOK_EVENTS, 'ledger.report'] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** `waiting`: to be told, perhaps again. `dropped`: it was not true any more, or nobody wanted it, when its turn came. */
export const NOTICE_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Something that happened, before it is known whom to tell. */
export interface Occurrence {
  readonly event: NoticeEvent;
  readonly site: string;
  /** Id of the mention or delivery; of a report the name of its period. */
  readonly subject: string;
  readonly at: number;
}

/** One thing to be told to one recipient: a row of the outbox. */
export interface Notice extends Occurrence {
  /** The same however often it is told, and nobody else's. */
  readonly id: string;
  readonly recipient: string;
  readonly state: NoticeState;
  /** What came of the last try, or why there was none. */
  readonly reason: string;
  /** Counted before each try begins. */
  readonly attempts: number;
  /** When it may be tried again. */
  readonly tryAt: number;
  /** Id of the mail that it is told in, once one was begun. */
  readonly batch: string | undefined;
  /** What a webhook is sent, in the words of the first try. */
  readonly body: string | undefined;
  readonly updatedAt: number;
}
