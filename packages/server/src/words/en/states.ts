import type { Kind } from '@hearback/protocol';
import type { DeliveryStatus } from '../../delivery.ts';
import type { LinkState, ModerationState } from '../../mention.ts';
import type { RuleAction, RuleScope } from '../../rule.ts';
import type { TraceStep } from '../../trace.ts';

/** The values that mentions, deliveries, rules and traces have, as one says them. Names of protocols are the same everywhere. */
export const states = {
  kind: {
    mention: 'mentions your page',
    reply: 'replies to your page',
    like: 'likes your page',
    repost: 'reposts your page',
    bookmark: 'bookmarks your page',
    rsvp: 'answers your invitation',
  } satisfies Record<Kind, string>,
  link: {
    unverified: 'The page has not been looked at yet.',
    live: 'The page links to yours.',
    absent: 'The page does not link to yours.',
    unreachable: 'The page could not be reached or read at the last look.',
    lost: 'The link was there and is gone.',
  } satisfies Record<LinkState, string>,
  moderation: {
    pending: 'Held',
    approved: 'Approved',
    rejected: 'Rejected',
    spam: 'Spam',
  } satisfies Record<ModerationState, string>,
  delivery: {
    queued: 'Waiting',
    delivered: 'Delivered',
    refused: 'Refused',
    retrying: 'Trying again',
    unsupported: 'Cannot be told',
    skipped: 'Skipped',
    failed: 'Failed',
  } satisfies Record<DeliveryStatus, string>,
  step: {
    received: 'Received',
    screened: 'Looked over',
    fetched: 'Fetched',
    verified: 'Checked',
    judged: 'Judged',
    moderated: 'Decided',
    found: 'Link found',
    discovered: 'Endpoint looked for',
    notified: 'Told',
    waiting: 'Waiting',
    called: 'Called back',
  } satisfies Record<TraceStep['step'], string>,
  ruleAction: { allow: 'Always allow', mute: 'Mute', block: 'Block' } satisfies Record<RuleAction, string>,
  ruleScope: {
    author: 'the author',
    path: 'pages under',
    host: 'the domain',
    word: 'the words',
    text: 'the letters',
  } satisfies Record<RuleScope, string>,
};
