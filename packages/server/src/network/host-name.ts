import { isIP } from 'node:net';

export type Host =
  | { readonly kind: 'address'; readonly name: string }
  /** RFC 6761 §6.3: this machine, and never a question for DNS. */
  | { readonly kind: 'localhost'; readonly name: string }
  /** A name that only a local network can mean. */
  | { readonly kind: 'local'; readonly name: string }
  /** A name of another network than the internet. */
  | { readonly kind: 'unreachable'; readonly name: string }
  | { readonly kind: 'public'; readonly name: string };

const LOCAL = ['local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'localdomain', 'home.arpa'];
const UNREACHABLE = ['onion', 'i2p', 'alt', 'invalid', 'arpa'];

function under(name: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
}

/**
 * What kind of host `URL.hostname` names (RFC 6761, 6762, 7686, 8375, 9476). `name` has no brackets and no trailing
 * dot, so `localhost.` is no way around.
 */
export function hostOf(url: URL): Host {
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (isIP(name) !== 0) return { kind: 'address', name };
  if (under(name, ['localhost'])) return { kind: 'localhost', name };
  if (!name.includes('.') || under(name, LOCAL)) return { kind: 'local', name };
  return { kind: under(name, UNREACHABLE) ? 'unreachable' : 'public', name };
}
