/** What this server shows, as against the receivers, which may be told. */
const SHOWN = /^\/(?:api|fragment|status|admin)(?:[/.]|$)/;

/**
 * Whether a URL is a page of the server that the world reaches at `publicUrl`, by http or https. Such a page repeats the
 * addresses that strangers sent: as a source it would vouch for itself.
 */
export function isServersPage(publicUrl: string, url: URL): boolean {
  const base = URL.parse(publicUrl);
  const root = base?.pathname.replace(/\/$/, '') ?? '';
  return base?.host === url.host && url.pathname.startsWith(root) && SHOWN.test(url.pathname.slice(root.length));
}
