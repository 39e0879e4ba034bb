/** What stands around every page of the desk. */
export const layout = {
  skip: 'Skip to the content',
  desk: 'Desk',
  logOut: 'Log out',
  language: 'Language',
  change: 'Change',
  sections: {
    overview: 'Overview',
    inbox: 'Inbox',
    links: 'Backlinks',
    deliveries: 'Sent',
    refused: 'Turned away',
    rules: 'Rules',
    limits: 'Limits',
    sites: 'Sites',
    notices: 'Notices',
    people: 'People',
    tokens: 'Tokens',
    audit: 'Log',
    account: 'You',
  },
  justNow: 'just now',
};
