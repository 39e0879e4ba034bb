import type { Protocol } from '@hearback/protocol';
import { en } from '../../words/en/index.ts';

export const PROTOCOL_NAME: Record<Protocol, string> = {
  webmention: 'Webmention',
  pingback: 'Pingback',
  trackback: 'TrackBack',
  refback: 'Refback',
};

// For pages that do not ask for the reader's words yet.
export const { kind: KIND_VERB, link: LINK_SENTENCE, ruleAction: RULE_VERB, ruleScope: RULE_SCOPE } = en.states;
