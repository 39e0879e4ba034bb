import { three } from '../three.ts';

/** What the doctor finds on pages that others link to. */
export const findingsOfPages = {
  redirect: three(
    'The page redirects to {url}.',
    'WordPress follows no redirect for the headers of a page, and finds only what the markup names.',
    'Have people link to that address, or serve the page where it is linked.',
  ),
  'page-slow': three(
    'The page took {seconds} seconds to come.',
    'WordPress waits 2 seconds for it and then does not tell you.',
    'Make it faster; a cache before it helps.',
  ),
  compressed: three(
    'The page comes compressed ({coding}) to those who ask for no compression.',
    'Simple clients cannot read it, and find no endpoint in its markup.',
    'Have the server go by `Accept-Encoding`, and send `Vary: Accept-Encoding`.',
  ),
  canonical: three(
    'The page says that its address is {url}.',
    'Those who share that address link to another page than this one, and mentions are counted apart.',
    'Give the page the address under which it is published, or mend the canonical link.',
  ),
  declined: three(
    'The page asks not to be told by {protocols} (its words for robots).',
    'Hearback and others do as it says.',
    'Take `nolinkback` and its kin out of the robots meta element or header.',
  ),
  blocked: three(
    'The page answers HTTP {status} to a program that it does not know.',
    'Senders are such programs: they are kept out as robots, and cannot read where you want to be told.',
    'Let them see public pages: make an exception in the firewall or the bot protection.',
  ),
  status: three(
    'The page answers HTTP {status}.',
    'Senders look for an endpoint on pages that are there.',
    'Mend the server.',
  ),
  'status.missing': three(
    'The page answers HTTP {status}.',
    'Senders look for an endpoint on pages that are there.',
    'Publish it, or have its address lead to the one it has now.',
  ),
  unreadable: three(
    'The page cannot be read: its reader did not come to an end.',
    'Senders and receivers give such a page up.',
    'Make its markup simpler: fewer elements within each other, no endless attributes.',
  ),
  'not-advertised': three(
    'Neither the headers nor the markup of the page name an endpoint.',
    'Nobody can tell you of links to it.',
    'Put the lines that the page of the site in the desk shows into the head of every page.',
  ),
  'webmention-hidden': three(
    'The only link to a webmention endpoint stands in a comment, a script or a sample.',
    'Nobody who reads HTML sees it.',
    'Put the lines that the page of the site in the desk shows into the head of every page.',
  ),
  'protocol-off': three(
    'The page names an endpoint for {protocol}, which its site does not take.',
    'Such notifications are refused (fault 33, HTTP 400).',
    'Turn it on in the settings of the site, or take the endpoint off the page.',
  ),
  'no-map': three(
    'There is no map of the pages of {site}.',
    'Any address under the site is accepted as a target, also of pages that never were.',
    'Name the feed or the sitemap of the site in its settings.',
  ),
  'not-on-map': three(
    'The page is not in the map of its site, which is read from the feed or the sitemap.',
    'Notifications about it are refused (fault 33, HTTP 400).',
    'Put it into the sitemap; the map is read again every hour and when a page is announced.',
  ),
  gone: three(
    'The page is known to be gone.',
    'Notifications about it are refused (fault 32, HTTP 400).',
    'If it is there again, announce it or wait for the next look at the sitemap.',
  ),
  closed: three(
    'No mentions are taken for the page: {reason}.',
    'Notifications about it are refused (fault 33, HTTP 400).',
    'Change the settings of the site.',
  ),
  'closed.page': three(
    'No mentions are taken for the page: {reason}.',
    'Notifications about it are refused (fault 33, HTTP 400).',
    'Change the settings of the site, or the switch of the page in its list of pages.',
  ),
  'receiving-off': three(
    'Receiving is switched off for {site}.',
    'Notifications about any of its pages are refused (fault 33, HTTP 400).',
    'Turn it on in the settings of the site.',
  ),
  challenge: three(
    'The page answers a program with a question for people, such as a challenge or a captcha.',
    'Senders are programs: they cannot answer it, and never see where you want to be told.',
    'Make an exception for public pages in the bot protection.',
  ),
  'sent-on': three(
    'The page sends its readers on to {url} by itself (refresh).',
    'Programs stay on this page, and people are shown another one: what links here is counted apart from it.',
    'Let the server redirect, or let the other page be the one that is linked.',
  ),
  'log-in': three(
    'The page asks people to log in before they may read it.',
    'Senders are programs: they have no password, and never see where you want to be told.',
    'Let public pages be read without logging in, or do not wait for mentions of this one.',
  ),
  'port.target': three(
    'The page is on port {port}.',
    'WordPress tells pages on 80, 443 and 8080 only.',
    'Serve it on one of them.',
  ),
  'front-page': three(
    'The page is the front page of its host.',
    'WordPress tells no front page that is linked to without a path.',
    'To be told of links to it, take Webmention too, or have people link to a page with a path.',
  ),
};
