/**
 * What can stand where a page was: a puzzle for browsers, a question for people, a form, a seller of the name, somebody
 * who says no, a notice that it is closed for now.
 */
export type WallKind =
  | 'challenge'
  | 'captcha'
  | 'login'
  | 'consent'
  | 'parked'
  | 'blocked'
  | 'suspended'
  | 'maintenance';

/** What stands where the page was. */
export interface Wall {
  readonly kind: WallKind;
  /** Whose it is, by a name that people know; `''` where that is not known. */
  readonly by: string;
}

/** One way to tell a wall. Every condition that is given must hold; of a list of markup any one. */
export interface WallSign {
  readonly kind: WallKind;
  /** Whose it is; `''` where that is not known. */
  readonly by: string;
  readonly header?: readonly [name: string, value: RegExp];
  readonly status?: readonly number[];
  readonly title?: RegExp;
  /** What only machines write: names of scripts and forms. In lower case. */
  readonly markup?: readonly string[];
  /** Words that the page shows: a page that merely speaks of walls has something to say. */
  readonly words?: number;
  /** Host and path where the request ended, other than where it began. */
  readonly sentTo?: RegExp;
  /** It asks for a password. */
  readonly password?: true;
}

const FORBIDDING = [401, 403, 405, 429, 503];

/** The first that holds is the answer. */
export const WALL_SIGNS: readonly WallSign[] = [
  { kind: 'challenge', by: 'Cloudflare', header: ['cf-mitigated', /^challenge$/i] },
  {
    kind: 'challenge',
    by: 'Cloudflare',
    title: /^(?:just a moment|un momento|un instant|einen moment|nur einen moment|attention required! \| cloudflare)/i,
    markup: ['_cf_chl_opt', '/cdn-cgi/challenge-platform/', 'cf-browser-verification', 'cf-error-details'],
    words: 300,
  },
  { kind: 'blocked', by: 'Cloudflare', title: /used cloudflare to restrict access/i, words: 300 },
  {
    kind: 'challenge',
    by: 'Anubis',
    markup: ['anubis_challenge', '/.within.website/x/cmd/anubis/'],
    words: 400,
  },
  { kind: 'challenge', by: 'Akamai', markup: ['/_sec/cp_challenge/', 'sec-if-cpt-container'], words: 200 },
  { kind: 'blocked', by: 'Akamai', header: ['server', /^akamaighost/i], status: FORBIDDING, words: 200 },
  { kind: 'blocked', by: 'Akamai', title: /^access denied$/i, markup: ['errors.edgesuite.net'], words: 100 },
  { kind: 'captcha', by: 'DataDome', header: ['x-datadome', /./], status: FORBIDDING },
  { kind: 'captcha', by: 'DataDome', markup: ['captcha-delivery.com'], words: 100 },
  { kind: 'captcha', by: 'HUMAN', markup: ['px-captcha', 'captcha.px-cdn.net', '_pxappid'], words: 200 },
  { kind: 'challenge', by: 'Imperva', markup: ['_incapsula_resource'], words: 100 },
  { kind: 'challenge', by: 'AWS', header: ['x-amzn-waf-action', /^(?:challenge|captcha)$/i] },
  { kind: 'challenge', by: 'AWS', markup: ['token.awswaf.com', 'awswafintegration'], words: 100 },
  { kind: 'blocked', by: 'Sucuri', title: /sucuri website firewall/i, words: 400 },
  { kind: 'challenge', by: 'Sucuri', markup: ['sucuri_cloudproxy_js'], words: 60 },
  { kind: 'challenge', by: 'Vercel', header: ['x-vercel-mitigated', /./] },
  { kind: 'challenge', by: 'Vercel', title: /^vercel security checkpoint/i, words: 200 },
  { kind: 'challenge', by: 'DDoS-Guard', header: ['server', /^ddos-guard/i], status: FORBIDDING },
  { kind: 'challenge', by: 'DDoS-Guard', title: /^ddos-guard$/i, words: 200 },
  { kind: 'challenge', by: 'Kasada', header: ['x-kpsdk-ct', /./], status: FORBIDDING },
  { kind: 'captcha', by: 'SiteGround', header: ['sg-captcha', /./] },
  { kind: 'captcha', by: 'SiteGround', markup: ['/.well-known/sgcaptcha/'], words: 60 },
  {
    kind: 'captcha',
    by: '',
    title: /captcha|robot|human|security check|verif/i,
    markup: ['g-recaptcha', 'h-captcha', 'cf-turnstile', 'recaptcha/api.js', 'hcaptcha.com', '/turnstile/'],
    words: 120,
  },
  {
    kind: 'challenge',
    by: '',
    title:
      /^(?:just a moment|one moment,? please|checking your browser|ddos protection|pardon our interruption|robot check|(?:making sure|checking|verifying) (?:that )?(?:you.{1,6}re|you are) (?:not a (?:ro)?bot|human))/i,
    words: 200,
  },
  { kind: 'blocked', by: '', title: /^(?:access denied|request blocked|forbidden)\b/i, words: 80 },
  { kind: 'consent', by: '', sentTo: /^(?:consent|guce|cmp)\./i },
  { kind: 'consent', by: '', title: /^(?:before you continue|cookie consent|privacy settings)\b/i, words: 400 },
  {
    kind: 'login',
    by: '',
    sentTo: /\/(?:wp-login\.php|(?:user\/|users\/|account\/|accounts\/)?(?:log-?in|sign-?in|login\.php|sso)\b)/i,
    words: 300,
  },
  {
    kind: 'login',
    by: '',
    title: /^(?:log ?in|sign ?in|anmelden|anmeldung|connexion|se connecter|iniciar sesi|password|protected|private)/i,
    password: true,
    words: 150,
  },
  {
    kind: 'parked',
    by: '',
    sentTo: /^(?:www\.)?(?:hugedomains\.com|dan\.com|afternic\.com|sedo\.com|sav\.com|godaddy\.com)\//i,
  },
  {
    kind: 'parked',
    by: '',
    markup: ['sedoparking.com', 'parkingcrew.net', 'bodis.com', 'parklogic.com', '/parking-lander/', 'window.park ='],
    words: 250,
  },
  {
    kind: 'parked',
    by: '',
    title:
      /(?:domain(?: name)? (?:is |may be |has been )?(?:for sale|parked|registered|expired)|is parked|buy this domain|parked domain|steht zum verkauf|domaine à vendre|dominio en venta)/i,
    words: 250,
  },
  { kind: 'suspended', by: '', title: /^(?:account|website|site) (?:has been )?suspended/i, words: 200 },
  {
    kind: 'maintenance',
    by: '',
    title:
      /^(?:(?:down for |site |scheduled |under )?maintenance(?: mode)?\b|coming soon\b|under construction|wartung|en maintenance|en mantenimiento|we.{1,6}ll be (?:right )?back|database error|error establishing a database connection)/i,
    words: 120,
  },
];
