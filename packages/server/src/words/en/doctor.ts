import { counted } from '../plural.ts';

const count = counted('en');

/** What keeps notifications about a page from arriving. */
export const doctor = {
  title: 'Why does it not arrive?',
  what: 'A page of yours is asked as others ask it: how it names its endpoints, and how they answer.',
  address: 'Address of your page',
  note: 'A page of one of your sites.',
  look: 'Examine',
  tryIt: 'Send test notifications',
  tryNote:
    'A test goes the whole way from here to the endpoints that the page names. It is no mention, and nobody is shown it.',
  notOurs: 'No site of yours has this address.',
  sound: 'Nothing speaks against the page.',
  problems: (many: number) =>
    count(many, {
      one: 'One thing keeps notifications from arriving.',
      other: '# things keep notifications from arriving.',
    }),
  warnings: (many: number) => count(many, { one: 'One thing could be better.', other: '# things could be better.' }),
  endpoints: 'Its endpoints',
  none: 'The page names none.',
  problem: 'Fails',
  warning: 'Could be better',
  why: 'Why it matters',
  todo: 'What to do',
  asSource: 'as a page that links to others',
  tests: 'Tests',
  arrived: 'arrived here',
  sent: 'taken, by another server',
  failed: 'failed',
  nothingSent: 'Nothing was sent.',
  trace: 'What became of it',
  link: 'Something did not arrive? Examine a page.',
  thePage: 'The page',
  theEndpoint: 'The {protocol} endpoint {url}',
};
