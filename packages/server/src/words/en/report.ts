import type { Reported } from '../../report.ts';
import type { PeriodChoice, ReportPace } from '../../report-period.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** The report of a week's or a month's links: the mail, and its page at the desk. */
export const report = {
  title: (site: string, days: string) => `Links to ${site}, ${days}`,
  subject: (title: string, counts: string) => `${title}: ${counts}`,
  /** A number beside what it counts, or what became of it. */
  counted: (what: string, number: string) => `${what}: ${number}`,
  nothing: 'No link was new, lost, back or changed in these days.',
  parts: {
    new: 'New links',
    lost: 'Lost links',
    recovered: 'Links that are back',
    changed: 'Changed links',
  } satisfies Record<Reported, string>,
  many: {
    new: (n: number) => count(n, { one: '# new', other: '# new' }),
    lost: (n: number) => count(n, { one: '# lost', other: '# lost' }),
    recovered: (n: number) => count(n, { one: '# back', other: '# back' }),
    changed: (n: number) => count(n, { one: '# changed', other: '# changed' }),
  } satisfies Record<Reported, (n: number) => string>,
  live: 'Links that are there now',
  domains: 'Most new links came from',
  pages: 'Most new links lead to',
  visits: 'Most visits came by',
  more: (n: number) => `And ${n} more.`,
  settings: 'How often this comes',
  // The page.
  page: 'Report by mail',
  lead: 'What the mail says, made now.',
  of: 'Of',
  periods: {
    weekly: 'last week',
    'weekly-now': 'this week so far',
    monthly: 'last month',
    'monthly-now': 'this month so far',
  } satisfies Record<PeriodChoice, string>,
  asText: 'The mail as text',
  to: 'Send it to',
  send: 'Send it now',
  sent: 'It was sent.',
  notSent: 'It was not sent.',
  nobody: 'Nobody is told anything by e-mail yet. [Add an address].',
  often: {
    never: 'It is not sent by itself. [Choose how often].',
    weekly: 'It is sent every week. [Change it].',
    monthly: 'It is sent every month. [Change it].',
  } satisfies Record<ReportPace | 'never', string>,
  // The settings of a site.
  howOften: 'Report of links by mail',
  paces: { never: 'never', weekly: 'every week', monthly: 'every month' } satisfies Record<
    ReportPace | 'never',
    string
  >,
  howOftenHint:
    'In the morning after the last day, to the e-mail addresses of the notices that hear of it. Nothing is sent when nothing happened.',
  zone: 'Time zone of its weeks and months',
};
