import { parseUrl } from '@hearback/protocol';

/** `bob.example` with all names below it, or `bob.example/path` with all that is below that. */
const ENTRY = /^(?:https?:\/\/)?([^/\s?#@]+)(\/[^\s?#]*)?$/i;

/** An entry as it is kept: in lower case up to its path, without scheme; `undefined` for what is neither host nor path. */
export function readEntry(text: string): string | undefined {
  const [, host = '', path = '/'] = ENTRY.exec(text.trim()) ?? [];
  const parsed = parseUrl(`http://${host}${path}`);
  if (host === '' || !parsed.ok) return undefined;
  return `${parsed.url.host}${parsed.url.pathname.replace(/\/+$/, '')}`;
}

/** The entry that keeps a URL from being asked or told; `undefined` when none does. */
export function entryFor(url: URL, entries: readonly string[]): string | undefined {
  return entries.find((entry) => covers(entry, url));
}

function covers(entry: string, { host, hostname, pathname }: URL): boolean {
  const [name = '', ...rest] = entry.split('/');
  const own = name.includes(':') ? host : hostname;
  if (own !== name && !own.endsWith(`.${name}`)) return false;
  const path = rest.map((part) => `/${part}`).join('');
  return pathname === path || pathname.startsWith(`${path}/`);
}
