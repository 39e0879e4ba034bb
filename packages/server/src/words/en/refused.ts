import { counted } from '../plural.ts';

const count = counted('en');

/** What never reached the inbox. */
export const refused = {
  title: 'Turned away',
  what: 'Notifications that asked for no decision of yours. They are forgotten after a while.',
  nothing: 'Nothing was turned away.',
  older: 'Older ones',
  newest: 'Back to the newest',
  from: 'From',
  about: 'About',
  why: 'Why',
  when: 'When',
  repeated: (times: number) => count(times, { one: 'Repeated once.', other: 'Repeated # times.' }),
  noLink: 'The page was looked at and has no link to yours.',
  details: 'Details',
};
