import type { PageReading } from '@hearback/protocol';
import type { Evidence } from '../../src/inbound/judge/evidence.ts';
import { createRuleBook } from '../../src/inbound/rule-book.ts';

/** What is known of a mention when nobody knows anything beside its page. */
export function evidenceOf(source: string, reading: PageReading, more: Partial<Evidence> = {}): Evidence {
  return {
    source,
    target: 'https://alice.example/post',
    protocols: ['pingback'],
    reading,
    rules: createRuleBook([]),
    listedBy: [],
    isKnown: false,
    mode: 'rules',
    likeness: undefined,
    ownTopics: undefined,
    fromSource: undefined,
    isOwners: false,
    opinion: undefined,
    ...more,
  };
}
