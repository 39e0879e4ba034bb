/** Hosts whose pages nobody wrote: results of a search and somebody's mail. A subdomain counts as its host. */
const HOSTS = new Set([
  ...['bing.com', 'duckduckgo.com', 'search.yahoo.com', 'search.brave.com', 'ecosia.org', 'qwant.com', 'kagi.com'],
  ...['startpage.com', 'baidu.com', 'search.naver.com', 'sogou.com', 'yandex.com', 'yandex.ru', 'ya.ru', 'seznam.cz'],
  ...['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'mail.proton.me', 'app.fastmail.com'],
  // Redirections of services for their own users: the page that they stand for is not told.
  ...['t.co', 'l.facebook.com', 'lm.facebook.com', 'l.instagram.com', 'out.reddit.com', 'away.vk.com'],
]);
/** Searches under one domain a country; `sites.google.com` is people's own. */
const COUNTRIES = /^(?:www\.|images\.|news\.|[a-z]{2}\.)?(?:google|search\.yahoo)(?:\.[a-z]{2,3}){1,2}$/;
const MAIL = /^(?:web)?mail\d*\.|^(?:roundcube|squirrelmail|horde)\./;

/** Whether a page on this host cannot be a post: a search, webmail, or a service's way out. By a small list, on purpose. */
export function isNoBlog(hostname: string): boolean {
  if (COUNTRIES.test(hostname) || MAIL.test(hostname)) return true;
  const labels = hostname.split('.');
  return labels.some((_, index) => HOSTS.has(labels.slice(index).join('.')));
}

/** Self-declared robots. A telephone of the make Cubot is none. */
const ROBOT = /(?<!cu)bot(?![a-z])|crawl|spider|slurp|externalhit|feedfetcher|headless|lighthouse|validator/i;

export function isRobot(userAgent: string): boolean {
  return ROBOT.test(userAgent);
}
