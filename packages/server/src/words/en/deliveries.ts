import { counted } from '../plural.ts';

const count = counted('en');

/** What was told to whom. */
export const deliveries = {
  title: 'Sent',
  again: (deliveries: number) =>
    count(deliveries, { one: '# delivery is sent again.', other: '# deliveries are sent again.' }),
  preview: 'See what a post would tell',
  dontTell: 'Whom not to tell',
  outcome: 'Outcome',
  any: 'any',
  by: 'By',
  host: 'Host',
  post: 'Your post',
  itsAddress: 'its address',
  show: 'Show',
  told: 'Told',
  why: 'Why',
  when: 'When',
  older: 'Older ones',
  nothingFits: 'Nothing was sent that fits.',
  nothing:
    'Nothing was sent yet. Turn sending on for a [site], or run `npx hearback send` followed by the address of a page.',
  resendFailed: 'Send all again that failed',
  one: 'Delivery',
  tryNow: 'Try now',
  sendAgain: 'Send again',
  from: 'From',
  to: 'To',
  endpoint: 'Endpoint',
  lenient: '(its advertisement breaks the specification; we read it all the same)',
  answer: 'Answer',
  fault: (code: number) => `fault ${code}`,
  callback: 'Tells of the outcome',
  tries: 'Tries',
  begun: 'Begun',
  changed: 'Last change',
  problem: {
    status: '“Outcome” is one of those in the list.',
    protocol: '“By” is one of those in the list.',
    host: '“Host” is a host name, with its port where it has one of its own.',
    from: '“From” is a day of the calendar, like 2026-11-25.',
    to: '“To” is a day of the calendar, like 2026-11-25.',
    post: '“Your post” is the address of a page, like https://you.example/post.',
  },
};
