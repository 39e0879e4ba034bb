import type { Kind } from '@hearback/protocol';
import type { RuleAction, RuleScope } from '../../rule.ts';
import { counted } from '../plural.ts';

const count = counted('en');
const mentions = (n: number) => count(n, { one: '# mention', other: '# mentions' });

/** The inbox: its list, what it is narrowed by, and what is decided there. */
export const inbox = {
  inbox: 'Inbox',
  tabs: { held: 'Held', approved: 'Approved', rejected: 'Rejected', spam: 'Spam', lost: 'Lost', all: 'All' },
  tabsLabel: 'Mentions',
  older: 'Older mentions',
  newest: 'Back to the newest',
  forgottenAfter: (days: number) =>
    `What waits here for ${count(days, { one: '# day', other: '# days' })} without a decision is forgotten.`,

  search: 'Search',
  searchHint: 'whole words of the title, passage, author or addresses',
  filters: 'Filters',
  show: 'Show',
  any: 'any',
  fields: {
    q: 'Words',
    site: 'Site',
    target: 'Your page',
    author: 'Author',
    domain: 'Domain',
    kind: 'Kind',
    protocol: 'Protocol',
    from: 'From',
    to: 'To',
  },
  hints: {
    target: 'its address',
    author: 'name or address',
    domain: 'blog.example',
  },
  kinds: {
    mention: 'Mention',
    reply: 'Reply',
    like: 'Like',
    repost: 'Repost',
    bookmark: 'Bookmark',
    rsvp: 'Answer to an invitation',
  } satisfies Record<Kind, string>,
  chosen: 'Narrowed by',
  remove: (name: string) => `Remove the filter ${name}`,
  removeAll: 'Show everything',

  problem: {
    show: '“show” is one of held, approved, rejected, spam, lost and all.',
    q: '“Words” needs at least one letter or number.',
    site: '“Site” is none of your sites.',
    target: '“Your page” is the address of a page, like https://you.example/post.',
    author: '“Author” is a name, or the address of a page.',
    domain: '“Domain” is a host name without a path, like blog.example.',
    kind: '“Kind” is one of mention, reply, like, repost, bookmark and rsvp.',
    protocol: '“Protocol” is one of pingback, webmention, trackback and refback.',
    from: '“From” is a day of the calendar, like 2026-11-25.',
    to: '“To” is a day of the calendar, like 2026-11-25.',
    order: '“From” lies after “To”: nothing can lie between them.',
    before: '“before” leads to no place in the list. Begin at its top.',
  },

  empty: {
    held: 'Nothing waits for you.',
    approved: 'Nothing is approved yet. What you approve appears under your pages at once.',
    rejected: 'You have rejected nothing.',
    spam: 'No spam. What you call spam stays here and is never shown.',
    lost: 'Every link that was found is still there.',
    all: 'Nothing was received yet.',
  },
  emptyNext: {
    held: '[See what is shown to readers]',
    approved: '[See what waits for you]',
    rejected: '[See what waits for you]',
    spam: '[Write rules that tell spam by itself]',
    lost: '[See what is shown to readers]',
    all: '[Copy one line into the head of your pages]',
  },
  emptyFiltered: 'No mention fits.',
  emptyElsewhere: 'Elsewhere there are:',
  emptyHint: 'Only whole words are found. Remove a filter, or look at another tab.',
  first: {
    title: 'No mentions yet',
    twoThings: 'Two things, and this page fills by itself:',
    copy: '[Copy one line into the head of your pages], so that other blogs find you.',
    link: 'Link to one of your pages from any other page, then tell us about it: with `npx hearback send` followed by that page’s address, or from a blog that sends pingbacks.',
    demo: 'To see it all at work first, run `npx hearback demo`: two small blogs on your own machine.',
  },

  card: {
    tick: (who: string) => `Tick the mention by ${who}`,
    about: 'About',
    words: 'The words of the link:',
    byThem: 'All by this author',
    ofDomain: 'All of this domain',
    read: 'Read the text',
    story: 'What happened',
  },

  withTicked: 'With all ticked',
  tickAll: 'Tick all on this page',
  decide: {
    approve: 'Approve',
    reject: 'Reject',
    spam: 'Spam',
    takeBack: 'Take back',
    putBack: 'Put back',
    notSpam: 'Not spam',
    afterAll: 'Approve after all',
  },
  always: { allow: 'Always allow…', mute: 'Mute…', block: 'Block…' } satisfies Record<RuleAction, string>,
  alwaysLabel: 'From now on',
  scope: {
    author: 'this author',
    path: 'this path',
    host: 'this domain',
    word: 'these words',
    text: 'these letters',
  } satisfies Record<RuleScope, string>,

  all: {
    link: (n: string) => `Decide about all ${n} that this list has…`,
    title: (n: number) => `Decide about ${mentions(n)} at once?`,
    which: 'It is about everything in this list:',
    more: (n: number) => `There are more: the newest ${count(n, { one: '#', other: '#' })} are decided about at once.`,
    later: 'What arrives from now on is not among them.',
    some: 'The first of them:',
    approve: 'Approve them all',
    reject: 'Reject them all',
    spam: 'Call them all spam',
    none: 'Nothing is in this list any more.',
  },
  ratherNot: 'Rather not',

  rule: {
    title: { allow: 'Always allow {what}?', mute: 'Mute {what}?', block: 'Block {what}?' } satisfies Record<
      RuleAction,
      string
    >,
    does: {
      allow: {
        author: 'Approves this one, and every later page that names {value} as its author and lies on the same host.',
        path: 'Approves this one, and every later page whose address begins with {value}.',
        host: 'Approves this one, and every later page of {value} and of every name below it.',
      },
      mute: {
        author:
          'Keeps from readers, without calling it spam, this one and every later page that names {value} as its author and lies on the same host.',
        path: 'Keeps from readers, without calling it spam, this one and every later page whose address begins with {value}.',
        host: 'Keeps from readers, without calling it spam, this one and every later page of {value} and of every name below it.',
      },
      block: {
        author:
          'Calls this one spam, and turns away every later page that names {value} as its author and lies on the same host.',
        path: 'Calls this one spam, and turns away every later page whose address begins with {value}.',
        host: 'Calls this one spam, and turns away every later page of {value} and of every name below it.',
      },
    },
    held: (n: number) =>
      count(n, {
        none: 'Of what waits now it covers nothing.',
        one: 'Of what waits now it covers # mention, which is decided at once.',
        other: 'Of what waits now it covers # mentions, which are decided at once.',
      }),
    shown: (n: number) =>
      count(n, {
        none: 'Of what readers see it covers nothing.',
        one: 'Of what readers see it covers # mention, which stays until you decide about it yourself.',
        other: 'Of what readers see it covers # mentions, which stay until you decide about them yourself.',
      }),
    partial: 'Only the newest ten thousand were looked through.',
    examples: 'Among them:',
    sure: { allow: 'Always allow', mute: 'Mute', block: 'Block' } satisfies Record<RuleAction, string>,
    gone: 'That mention is not there any more, or names no such author.',
  },

  undo: 'Undo',
  done: {
    nothing: 'Nothing was changed: no mention was ticked, or it is not there any more.',
    approve: (n: number) => `${mentions(n)} approved.`,
    reject: (n: number) => `${mentions(n)} rejected.`,
    spam: (n: number) => `${mentions(n)} marked as spam.`,
    hold: (n: number) => `${mentions(n)} put back into the queue.`,
    undo: (n: number) => `${mentions(n)} as before.`,
    allow: (n: number) => `${mentions(n)} approved, and the rule is made for what comes.`,
    mute: (n: number) => `${mentions(n)} muted, and the rule is made for what comes.`,
    block: (n: number) => `${mentions(n)} blocked, and the rule is made for what comes.`,
  },

  live: {
    fresh: (n: number) => count(n, { one: '# new', other: '# new' }),
    load: 'Show what is new',
    failed: 'That did not work. Nothing was changed; try it again.',
  },
  keys: {
    title: 'Keys',
    help: 'Keys (?)',
    close: 'Close',
    use: 'Use these keys',
    next: 'next mention',
    previous: 'mention before',
    approve: 'approve',
    reject: 'reject',
    spam: 'call it spam',
    undo: 'undo the last decision',
    tick: 'tick or untick',
    open: 'everything about it',
    search: 'search',
    fresh: 'show what is new',
    help2: 'this list',
  },

  text: {
    title: 'Text of the page',
    back: 'Back to the mention',
    note: 'What stood around the link at the last look, as plain text. Nothing is loaded from that page.',
    none: 'No text was kept: the page was not read yet, or before texts were kept. The next look keeps it.',
  },
};
