import { expect, it } from 'vitest';
import { judge } from '../../src/inbound/judge.ts';
import { createRuleBook } from '../../src/inbound/rule-book.ts';
import type { ModerationMode } from '../../src/site-settings.ts';
import { evidenceOf } from './evidence.ts';

const BOB = 'https://bob.example/answer';
const reading = (finalUrl: string) =>
  ({
    ...{ links: [], level: 'L0' as const, surroundings: undefined },
    entry: {
      kind: 'mention',
      rsvp: '',
      title: '',
      author: { name: '', url: '', photo: '' },
      excerpt: '',
      published: '',
    },
    facts: { status: 200, finalUrl, title: '', canonical: '', noindex: false, language: '' },
  }) as Parameters<typeof evidenceOf>[1];
const rules = (action: 'allow' | 'block') =>
  createRuleBook([{ id: 'r', site: 's', action, scope: 'host', value: 'bob.example', createdAt: 0 }]);
const ofMode = (
  mode: ModerationMode,
  source: string,
  more: Partial<Parameters<typeof evidenceOf>[2]> = {},
  end = source,
) => judge(evidenceOf(source, reading(end), { mode, ...more }));

it.each<[string, ModerationMode, string, object, string]>([
  ['rules: somebody known waits', 'rules', BOB, { isKnown: true }, 'pending'],
  ['rules: an allowed one is shown', 'rules', BOB, { rules: rules('allow') }, 'approved'],
  ['all: an allowed one waits', 'all', BOB, { rules: rules('allow') }, 'pending'],
  ['all: a blocked one is spam', 'all', BOB, { rules: rules('block') }, 'spam'],
  ['first: a first-timer waits', 'first', BOB, {}, 'pending'],
  ['first: somebody known is shown', 'first', BOB, { isKnown: true }, 'approved'],
  ['first: a blocked one is spam', 'first', BOB, { isKnown: true, rules: rules('block') }, 'spam'],
  ['first: what the owner decided about waits', 'first', BOB, { isKnown: true, isOwners: true }, 'pending'],
  ['first: one on a block list is spam', 'first', BOB, { isKnown: true, listedBy: ['a list'] }, 'spam'],
  [
    'first: somebody known whom a service calls spam waits',
    'first',
    BOB,
    { isKnown: true, opinion: { isSpam: true, sentence: 'Spam.' } },
    'pending',
  ],
  ['first: many write at one host', 'first', 'https://medium.com/@eve/a', { isKnown: true }, 'pending'],
  ['first: many write below one name', 'first', 'https://en.wikipedia.org/wiki/A', { isKnown: true }, 'pending'],
  [
    'first: a blog of its own name at a host of many',
    'first',
    'https://bob.github.io/a',
    { isKnown: true },
    'approved',
  ],
])('%s', (_, mode, source, more, to) => {
  expect(ofMode(mode, source, more).to).toBe(to);
});

it('whoever is known, and leads to another host, waits', () => {
  expect(ofMode('first', BOB, { isKnown: true }, 'https://casino.example/')).toMatchObject({ to: 'pending' });
});

it('says why, in a sentence', () => {
  expect(ofMode('first', BOB, { isKnown: true }).reasons[0]).toContain('only first-timers are held');
  expect(ofMode('first', BOB).reasons[0]).toBe('Nobody of bob.example was approved on this site before.');
});
