const UNRESERVED = /[A-Za-z0-9._~-]/;
/** What RFC 3986 does not allow raw but the WHATWG parser leaves raw in some component. */
const EXCLUDED = /["<>^`{|}]/g;
const OUT_OF_THE_ORDINARY = /[%"<>^`{|}]/;

/** The dot of the root. A host of nothing but dots keeps its own: without it the next label would become the host. */
const FINAL_DOT = /(?<=[^.])\.$/;

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/**
 * Percent-encoding normalised as in RFC 3986 §6.2.2: unreserved characters decoded, hex digits upper-case. A `%` that
 * encodes nothing becomes `%25`, so that doing it twice changes nothing (`%%37e`).
 */
function normalisePercent(text: string): string {
  if (!OUT_OF_THE_ORDINARY.test(text)) return text;
  return text
    .replace(/%([0-9a-f]{2})?/gi, (whole, digits: string | undefined) => {
      if (digits === undefined) return '%25';
      const character = String.fromCharCode(Number.parseInt(digits, 16));
      return UNRESERVED.test(character) ? character : whole.toUpperCase();
    })
    .replace(EXCLUDED, hex);
}

/** A URL in the parts that comparing needs; every part normalised. */
export interface UrlParts {
  readonly scheme: string;
  /** Host without trailing dot, and the port unless it is the scheme's own. */
  readonly host: string;
  readonly path: string;
  /** With its `?`; an empty query is not an absent one (RFC 3986 §6.2.3). */
  readonly query: string;
  /** With its `#`; `''` when absent or empty. */
  readonly fragment: string;
}

/** Host without trailing dot, and the port unless it is the scheme's own. */
export function hostAndPort({ hostname, port }: URL): string {
  return hostname.replace(FINAL_DOT, '') + (port === '' ? '' : `:${port}`);
}

/** `undefined` for what is not an absolute http(s) URL, or carries a user name or password. Never throws. */
export function urlParts(url: URL | string): UrlParts | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : url;
  if (parsed === null) return undefined;
  const { protocol, username, password, pathname, hash } = parsed;
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '') return undefined;
  const withoutHash =
    hash === '' && !parsed.href.endsWith('#') ? parsed.href : parsed.href.slice(0, parsed.href.indexOf('#'));
  const query = withoutHash.indexOf('?');
  return {
    scheme: protocol,
    host: hostAndPort(parsed),
    path: normalisePercent(pathname),
    query: query < 0 ? '' : normalisePercent(withoutHash.slice(query)),
    fragment: normalisePercent(hash),
  };
}

/**
 * The key by which two spellings of one page are the same (RFC 3986 §6.2.2–6.2.3): host in lower case without trailing
 * dot, no default port, unreserved characters decoded, hex digits upper-case, no dot segments, empty path as `/`, no
 * fragment. `%2F` is not `/`, query order and scheme count. What is not a usable http(s) URL is its own key.
 * `identity(identity(x)) === identity(x)`.
 *
 * @example
 * identity('HTTP://Example.org.:80/a/../%7euser#top'); // 'http://example.org/~user'
 */
export function identity(url: URL | string): string {
  const parts = urlParts(url);
  return parts === undefined ? String(url) : `${parts.scheme}//${parts.host}${parts.path}${parts.query}`;
}
