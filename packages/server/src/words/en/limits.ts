import { LIMIT_KINDS, LIMIT_NAMES, type LimitName, type LimitUnit } from '../../allowances.ts';

/** What strangers may send and make us ask. */
export const limits = {
  title: 'Limits',
  what: 'How much strangers may send, and how often they can make this server ask somebody. The numbers are set in the configuration. How often they were reached is counted in memory, by each process for itself, and begins anew when the server is started; how often somebody was asked is on disk and does not.',
  waiting: 'Waiting for their turn',
  nobody: 'Nobody waits: every source may be asked as soon as it is due.',
  limit: 'Limit',
  inForce: 'In force',
  lastHour: 'Reached, last hour',
  lastDay: 'Reached, last day',
  asked: 'Who is asked',
  due: 'The last one that waits is due',
  lifted: 'lifted',
  /** Each after its number. The documentation has them too, so English stands there. */
  units: {
    'a minute': 'a minute',
    'at once': 'at once',
    'a day': 'a day',
    waiting: 'waiting',
    open: 'open',
    seconds: 'seconds',
    'an hour': 'an hour',
    times: 'times',
    'a second': 'a second',
  } satisfies Record<LimitUnit, string>,
  meanings: Object.fromEntries(LIMIT_NAMES.map((name) => [name, LIMIT_KINDS[name].meaning])) as Record<
    LimitName,
    string
  >,
};
