import type { RuleProblem } from '../../rule.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** The owner’s rules, and what a new one would cover. */
export const rules = {
  title: 'Rules',
  fresh: 'A new rule',
  what: 'What it does',
  toWhat: 'To what',
  choices: {
    host: 'a domain or an address',
    author: 'an author’s page',
    word: 'words, as they stand',
    text: 'letters, also inside words',
  },
  value: 'Domain, address or words',
  site: 'On the site',
  see: 'See what it would cover',
  problem: {
    empty: 'A rule needs a domain, an address or words.',
    words: 'The words of a rule are 1 to 200 characters.',
    neither: 'That is neither a domain nor an address, like spam.example or https://host.example/~eve/.',
    path: 'That has a path; a rule for a domain is a name alone, like spam.example.',
  } satisfies Record<RuleProblem, string>,
  shared:
    'Everybody may have a site under {host}: this rule would meet people who have nothing to do with each other. A rule for one of their names, like {one}, meets only that one.',
  covers: (held: number, shown: number) =>
    `It covers ${count(held, { one: '# held mention', other: '# held mentions' })} and ${count(shown, { one: '# shown one', other: '# shown ones' })}.`,
  partial: 'Only the newest ten thousand were looked at.',
  atOnce: 'The held ones are decided at once; shown ones stay until you decide about them yourself.',
  everybody: 'I mean everybody under this name',
  make: 'Make this rule',
  ratherNot: 'Rather not',
  none: 'No rules on {site} yet.',
  remove: 'Remove',
  removeOne: (value: string) => `Remove the rule for ${value}`,
  done: {
    made: 'The rule is made.',
    removed: 'The rule is removed, and what it refused waits for you again.',
    subscribed: 'The list is subscribed to, and is being read.',
    known: 'That list is subscribed to already.',
    unsubscribed: 'The list is gone, with all its domains.',
  },
  decided: (mentions: number) => count(mentions, { one: 'It decided # mention.', other: 'It decided # mentions.' }),
};
