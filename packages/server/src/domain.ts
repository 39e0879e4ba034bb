import { getDomain, getPublicSuffix } from 'tldts';

const PRIVATE = { allowPrivateDomains: true } as const;

/**
 * The part of a host name that one owner registered; private suffixes such as `blogspot.com` count as suffixes, so its
 * blogs are apart. An address or a name without a domain is its own. Without a trailing dot.
 */
export function registrable(host: string): string {
  const name = host.replace(/\.$/, '');
  return getDomain(name, PRIVATE) ?? name;
}

/** Whose site a URL is on: the registrable domain, or host and port where names say nothing. `''` for what is no URL. */
export function siteOfUrl(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return '';
  const { hostname, host } = parsed;
  return /^[\d.]+$|^\[|^localhost$/.test(hostname) ? host : registrable(hostname);
}

/** Whether a name is one under which everybody may have a site: `com`, `co.uk`, `blogspot.com`, `github.io`. */
export function isPublicSuffix(name: string): boolean {
  if (/^[\d.]+$|:/.test(name)) return false;
  return getPublicSuffix(name, PRIVATE) === name;
}

/** The name and everything above it, label by label: `a.b.example`, `b.example`, `example`. At most ten. */
export function suffixesOf(host: string): readonly string[] {
  const name = host.replace(/\.$/, '');
  if (/^[\d.]+$|:|\[/.test(name)) return [name];
  const labels = name.split('.').slice(-10);
  return labels.map((_, at) => labels.slice(at).join('.'));
}
