import type { JobKind } from '../../job.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** The first page of the desk. */
export const overview = {
  title: 'Overview',
  site: 'Site',
  all: 'all sites',
  period: 'Of the last',
  days: (number: number) => count(number, { one: '# day', other: '# days' }),
  show: 'Show',
  waiting: (number: number) =>
    count(number, {
      none: 'Nothing waits for your decision.',
      one: '[One mention waits] for your decision.',
      other: '[# mentions wait] for your decision.',
    }),
  arrivals: 'What arrived, and what became of it',
  arrivalsNote:
    'By the day that it came (UTC). A decision counts for that day too. What was deleted for its age is still counted.',
  spamShare: 'Share of spam among what arrived',
  deliveries: 'What was told, and what came of it',
  targets: 'Pages most often linked to',
  sources: 'Domains that link most often',
  onlyApproved: 'Approved mentions only.',
  nothingApproved: 'Nothing that arrived in these days is approved.',
  nothingTold: 'Nothing was told in these days.',
  asTable: 'The numbers',
  day: 'Day',
  total: 'All',
  outcome: {
    approved: 'Approved',
    pending: 'Held',
    rejected: 'Rejected',
    spam: 'Spam',
    absent: 'No link',
    refused: 'Turned away',
  },
  page: 'Page',
  domain: 'Domain',
  mentions: 'Mentions',
  share: 'Spam',
  queue: 'What waits for its turn',
  nothingQueued: 'Nothing is late: all that could be done is done.',
  work: 'Work',
  overdue: 'Could be done now',
  oldest: 'The oldest since',
  jobs: {
    verify: 'Looking at pages',
    deliver: 'Telling others',
    map: 'Reading your sitemaps',
    watch: 'Watching your feeds',
    hook: 'Calling back',
    notice: 'Sending notices',
    avatar: 'Fetching pictures of authors',
    chore: 'Chores',
  } satisfies Record<JobKind, string>,
  empty: 'No mention has arrived yet',
  emptyWhat: 'Two things, and this page fills by itself:',
  emptyInvite: '[Copy one line into the head of your pages], so that other blogs find you.',
  emptyTell:
    'Link to one of your pages from any other page, then tell us about it: with `npx hearback send` followed by that page’s address, or from a blog that sends pingbacks.',
  emptyDemo: 'To see it all at work first, run `npx hearback demo`: two small blogs on your own machine.',
};
