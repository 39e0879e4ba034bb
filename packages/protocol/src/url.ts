import { hostnameProblem } from './hostname.ts';

/** Longest URL taken from outside and longest one kept, in characters. */
export const MAX_URL = 2048;

export type ParsedUrl =
  | { readonly ok: true; readonly url: URL }
  /** A sentence without its subject's text, to be read after "not a usable URL: ". */
  | { readonly ok: false; readonly reason: string };

/** The WHATWG parser takes out tabs and line ends and turns `\` into `/`; another reader sees another host. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const UNSAFE = /[\s\\\u0000-\u001f\u007f-\u009f]/;
const START = /^https?:\/\/([^/?#]*)/i;
const AUTHORITY = /^(?:\[[0-9a-f:.]+\]|[^[\]:]+)(?::(\d*))?$/i;

function no(reason: string): ParsedUrl {
  return { ok: false, reason };
}

function authorityProblem(authority: string): string | undefined {
  if (authority === '') return 'it has no host';
  if (authority.includes('@')) return 'it carries a user name or password';
  // WHATWG decodes %2e in a host, other readers of RFC 3986 do not; no honest link needs it.
  if (authority.includes('%')) return 'its host is percent-encoded';
  const match = AUTHORITY.exec(authority);
  if (match === null) return 'its host or port is not well formed';
  const port = match[1] ?? '';
  if (port !== '' && (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65535)) return 'its port is not from 1 to 65535';
  return undefined;
}

/**
 * Reads an absolute http(s) URL that came from outside, refusing every spelling on which two readers could disagree
 * about the host (RFC 3986 §3.2 against WHATWG). Non-ASCII paths and queries come out percent-encoded as UTF-8,
 * non-ASCII hosts as punycode. Addresses are not judged: `http://127.0.0.1/` parses, and so does a full-width spelling
 * of it, with the host that the guard has to see. Never throws.
 *
 * @example
 * parseUrl('https://bücher.example/ä'); // { ok: true, url: https://xn--bcher-kva.example/%C3%A4 }
 * parseUrl('http:/example.org/');       // { ok: false, reason: 'it does not begin with http:// or https://' }
 */
export function parseUrl(text: string): ParsedUrl {
  if (text.length > MAX_URL) return no(`it is longer than ${MAX_URL} characters`);
  if (UNSAFE.test(text)) return no('it has white space, a control character or a backslash in it');
  if (!text.isWellFormed()) return no('it is not well-formed Unicode');
  const authority = START.exec(text)?.[1];
  if (authority === undefined) return no('it does not begin with http:// or https://');
  const problem = authorityProblem(authority);
  if (problem !== undefined) return no(problem);
  const url = URL.parse(text);
  if (url === null) return no('its host is not a name or address');
  const hostProblem = hostnameProblem(url.hostname);
  if (hostProblem !== undefined) return no(hostProblem);
  if (url.href.length > MAX_URL) return no(`it is longer than ${MAX_URL} characters when percent-encoded`);
  return { ok: true, url };
}

/**
 * An absolute http(s) URL as text: the sender's own characters when they are ASCII, so that a link can be compared with
 * what was sent; else the serialisation with `%xx` and punycode. `undefined` when it is none.
 *
 * @example
 * asciiUrl('https://example.org/%7euser'); // 'https://example.org/%7euser'
 */
export function asciiUrl(text: string): string | undefined {
  const parsed = parseUrl(text);
  if (!parsed.ok) return undefined;
  return /^[!-~]*$/.test(text) ? text : parsed.url.href;
}
