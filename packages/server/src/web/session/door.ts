/** How the desk is reached: what protects its cookie, and under which names it may be asked. */
export interface Door {
  readonly cookie: { readonly name: string; readonly secure: boolean };
  /** False on plain http beyond this machine, where a password would travel in the open. */
  readonly safe: boolean;
  /** Whether `Host` is ours. Another name that resolves to our address (DNS rebinding) is a stranger's page. */
  knowsHost(host: string): boolean;
  /** Whether a form posted from this origin, to this host, comes from the desk itself. */
  knowsOrigin(origin: string, host: string): boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/** @param publicHosts names besides that of the public URL under which people come, with their port if it is not the usual one */
export function doorOf(publicUrl: string, publicHosts: readonly string[] = []): Door {
  const url = new URL(publicUrl);
  const secure = url.protocol === 'https:';
  const names = [url.host, ...publicHosts.map((host) => host.toLowerCase())];
  const isOurs = (host: string) => names.includes(host.toLowerCase()) || LOOPBACK.test(host);
  return {
    // `__Host-` makes the browser itself refuse the cookie from a neighbouring subdomain or over http.
    cookie: secure ? { name: '__Host-hearback', secure } : { name: 'hearback', secure },
    safe: secure || LOOPBACK.test(url.host),
    knowsHost: isOurs,
    knowsOrigin: (origin, host) =>
      origin === url.origin ||
      (names.includes(host.toLowerCase()) && origin === `${url.protocol}//${host.toLowerCase()}`) ||
      (LOOPBACK.test(host) && origin === `http://${host.toLowerCase()}`),
  };
}

/**
 * The name that a request was sent to, and what else it says of it. Some frameworks write the name of the machine into
 * the URL, whatever was asked for: then only the header tells of a stranger's name.
 */
export function namesOf(request: Request): { readonly host: string; readonly others: readonly string[] } {
  const inUrl = new URL(request.url).host;
  const header = request.headers.get('host');
  if (header === null) return { host: inUrl, others: [] };
  // As in a URL, so that `:80` is one with none.
  return { host: URL.parse(`http://${header}/`)?.host ?? header, others: [inUrl] };
}
