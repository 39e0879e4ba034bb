/** What stands around every page of the desk. */
export const layout = {
  skip: 'Skip to the content',
  desk: 'Desk',
  logOut: 'Log out',
  language: 'Language',
  change: 'Change',
  sections: {
    inbox: 'Inbox',
    deliveries: 'Sent',
    refused: 'Turned away',
    rules: 'Rules',
    limits: 'Limits',
    sites: 'Sites',
    notices: 'Notices',
    tokens: 'Tokens',
    audit: 'Log',
  },
  justNow: 'just now',
};
