import type { ModerationMode } from '../../site-settings.ts';
import { counted } from '../plural.ts';

const count = counted('en');

/** The settings of one site. */
export const site = {
  settingsOf: 'Settings of {name}',
  idHint: 'The id of a site, as in the list of sites: example.org',
  findHint: 'Find a site by its name or address',
  find: 'Find',
  more: 'More sites',
  noneFound: 'No site has that in its name or address.',
  oneAtATime: 'Of more than fifty sites one is shown at a time.',
  settings: 'Settings',
  saved: 'Saved.',
  notSaved: 'Nothing was saved yet: see what stands beside the fields.',
  fixed: 'Set in the configuration, and changed there.',
  someFixed: 'What is set in the configuration file cannot be changed here: the file wins.',
  receiving: 'Receiving',
  receive: 'Receive: other blogs may tell us that they link here',
  by: 'By',
  byHint: 'What is off is not offered for your pages, and refused when it comes. What came before stays.',
  closeAfter: 'Pages take no more mentions after so many days',
  closeAfterHint:
    'Counted from the date that the feed or the sitemap gives. 0 never closes them. A page that you turned on for itself stays open.',
  undated: 'Pages whose date is not known',
  undatedOpen: 'stay open',
  undatedClosed: 'take no mentions',
  dated: (known: number, all: number) =>
    `${count(known, { none: 'No page has', one: 'One page has', other: '# pages have' })} a known date, of ${count(all, { one: '#', other: '#' })} in the map.`,
  pages: 'Switch single pages on and off',
  shown: 'Who is shown without your decision',
  mode: {
    all: 'Nobody: everything waits for you, also what a rule allows',
    rules: 'Whoever a rule of yours allows',
    first: 'Also whoever you approved on this site before: only first-timers wait',
  } satisfies Record<ModerationMode, string>,
  modeHint:
    'Blocks and mutes always hold. Hosts where many people write, such as medium.com, count as first-timers each time.',
  sending: 'Sending',
  tell: 'Tell the pages that this site links to',
  tellAutomatic: 'by itself, whenever a post is new or changed',
  tellAsked: 'only when I run “hearback send”',
  tellNever: 'never',
  links: 'Which links are told',
  linksIn: 'Only those in these parts of a page',
  linksNotIn: 'And never those in these',
  linksInternal: 'Links to pages of this site too',
  linksNofollow: 'Links marked “nofollow” too',
  keeping: 'How long things are kept, in days',
  keepingHint: '0 keeps for ever. What readers have seen once is never deleted here.',
  keep: {
    spam: 'Spam',
    rejected: 'What you rejected',
    refused: 'What was turned away',
    traces: 'Steps of a trace, except decisions',
  },
  refusedHint: '1 to 30, and at most the newest 10,000.',
  save: 'Save',
  wholeNumber: (least: number, most: number) => `Give a whole number from ${least} to ${most}.`,
  badSelector: 'Give simple selectors such as article, .post-body or #content, several by comma.',
  noProtocol: 'Leave one on, or turn receiving off above.',
  rules: (number: number) => count(number, { none: 'No rules yet', one: 'One rule', other: '# rules' }),
  rulesHint: 'Who is always allowed, muted or blocked here: {rules}.',
  reasons: 'Tell senders why their notification is not shown',
  reasonsHint:
    'On the page that they were told to ask: the steps of their own notification, and what they can do. Never which rule of yours held it, or what is in your network. Off, all are told the same.',
};
