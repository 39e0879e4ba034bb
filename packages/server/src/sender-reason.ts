/**
 * All that a sender may be told of a notification, where the owner allows it. What is not one of these is told to nobody:
 *
 * - Nothing of the network. That a name has no address, that a port is closed or silent, that an address is private, that a
 *   certificate is bad, that a redirect led somewhere forbidden: all of it is `unread`, and so is whatever was not asked at
 *   all, because of a block, a list, a removal, a limit. It is said an hour after the notification came, however soon
 *   it was known, or the time would tell what the words do not.
 * - Nothing of decisions. What waits, what was turned down and what is spam is `review`, so that nobody can try out what
 *   the judge lets through, or learn whom the owner keeps out.
 * - Nothing of other notifications: what counts begins with the last time that this link was announced, so that a link
 *   which somebody else announced before looks like a new one.
 */
export const SENDER_REASONS = [
  ...(['checking', 'published', 'review', 'no-link', 'gone', 'no-page', 'answered', 'unread', 'lost'] as const),
] as const;
export type SenderReason = (typeof SENDER_REASONS)[number];
