import type { ModerationState } from './mention.ts';

/** What a link in a mail may decide. */
export const LINK_DECISIONS = ['approve', 'reject', 'spam'] as const;
export type LinkDecision = (typeof LINK_DECISIONS)[number];

export const DECIDED: Readonly<Record<LinkDecision, ModerationState>> = {
  approve: 'approved',
  reject: 'rejected',
  spam: 'spam',
};
