/** What to copy into the pages of a site. */
export const snippets = {
  find: 'Let other blogs find you',
  head: 'Into the head of every page, as it stands:',
  headers: 'And, if your server lets you add headers, the same there (some programs read only headers):',
  rdf: 'For blogs that send TrackBacks, into every post: each with its own address instead of this one (after target= percent-encoded) and its own title, where no two hyphens may stand together.',
  beacon:
    'To hear of links that nobody announces, at the end of every page: it reports where a visitor came from. (`hearback refback FILE` reads the same from your server’s access log.)',
  off: 'Receiving is off for this site, so there is nothing to copy: its pages must not invite what would be refused. Turn it on above.',
  show: 'Show the mentions',
  widget: 'Where they shall appear under a post:',
  fragment: 'Or without scripts: put what this address answers into the page when you build it.',
  welcome: 'You are in. One thing is left: copy the first line below into the head of your pages.',
  noSite: 'There is no site yet. Start the server with `--site https://your.example`, or run `npx hearback site add`.',
};
