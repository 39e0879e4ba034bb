/** What this server shows, as against the receivers, which may be told. */
const SHOWN = /^\/(?:api|fragment|status|admin)(?:[/.]|$)/;

/**
 * Tells whether a URL is a page of the server that the world reaches at `publicUrl`, by http or https. Such a page repeats
 * the addresses that strangers sent: as a source it would vouch for itself.
 *
 * @param publicUrl asked anew each time, for the port is known once the server listens
 */
export function createServersPages(publicUrl: () => string): (url: URL) => boolean {
  let text: string | undefined;
  let host: string | undefined;
  let root = '';

  /** Parsed once, and not for every notification. */
  function learn(current: string): void {
    const base = URL.parse(current);
    text = current;
    host = base?.host;
    root = base?.pathname.replace(/\/$/, '') ?? '';
  }

  return ({ host: asked, pathname }) => {
    const current = publicUrl();
    if (current !== text) learn(current);
    return asked === host && pathname.startsWith(root) && SHOWN.test(pathname.slice(root.length));
  };
}
