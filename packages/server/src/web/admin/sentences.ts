import type { Kind, Protocol } from '@hearback/protocol';
import type { DeliveryStatus } from '../../delivery.ts';
import type { LinkState } from '../../mention.ts';
import type { RuleAction, RuleScope } from '../../rule.ts';
import type { TraceStep } from '../../trace.ts';

export const KIND_VERB: Record<Kind, string> = {
  mention: 'mentions your page',
  reply: 'replies to your page',
  like: 'likes your page',
  repost: 'reposts your page',
  bookmark: 'bookmarks your page',
  rsvp: 'answers your invitation',
};

export const LINK_SENTENCE: Record<LinkState, string> = {
  unverified: 'The page has not been looked at yet.',
  live: 'The page links to yours.',
  absent: 'The page does not link to yours.',
  unreachable: 'The page could not be reached or read at the last look.',
  lost: 'The link was there and is gone.',
};

export const PROTOCOL_NAME: Record<Protocol, string> = {
  webmention: 'Webmention',
  pingback: 'Pingback',
  trackback: 'TrackBack',
  refback: 'Refback',
};

export const DELIVERY_SENTENCE: Record<DeliveryStatus, string> = {
  queued: 'Waiting',
  delivered: 'Delivered',
  refused: 'Refused',
  retrying: 'Trying again',
  unsupported: 'Cannot be told',
  skipped: 'Skipped',
  failed: 'Failed',
};

export const STEP_NAME: Record<TraceStep['step'], string> = {
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
};

export const RULE_VERB: Record<RuleAction, string> = { allow: 'Always allow', mute: 'Mute', block: 'Block' };

export const RULE_SCOPE: Record<RuleScope, string> = {
  author: 'the author',
  path: 'pages under',
  host: 'the domain',
  word: 'the words',
  text: 'the letters',
};
