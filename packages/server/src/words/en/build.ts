/** The page on which a site that is built learns of new mentions. */
export const build = {
  link: 'Build hook',
  titleOf: 'Build hook of {site}',
  what: 'A site that is built shows new mentions after its next build. When a mention appears, changes or goes, the address below is called: a minute later, so that ten approvals are one build, and at most once in five minutes.',
  none: 'Nobody is told yet.',
  isAt: (host: string, end: string) => `${host} is told, at an address that ends in “${end}”.`,
  last: (moment: string) => `Last time, ${moment}:`,
  url: 'Address to call',
  urlHint:
    'A build hook of Netlify or a deploy hook of Cloudflare Pages, https://api.github.com/repos/…/dispatches, or any other address. Whoever knows it can start builds.',
  token: 'Token',
  tokenHint: 'For GitHub: one that may write contents (or actions, for a workflow). Others need none.',
  noUrl: 'This is not a web address such as https://api.netlify.com/build_hooks/….',
  noToken: 'GitHub takes no call without a token: make one that may write contents of that repository.',
  badToken: 'A token has letters, digits and signs, and no blanks: copy it again.',
  save: 'Save',
  now: 'Build now',
  turnOff: 'Turn off',
  back: 'Back to the sites',
  saved: 'Saved.',
  asked: 'It is asked for a build; what comes of it is shown here in a moment.',
  off: 'Turned off: nobody is told any more.',
};
