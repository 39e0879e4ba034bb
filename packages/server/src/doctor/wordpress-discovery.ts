/** Milliseconds that WordPress waits for a page when it looks for its endpoint, and for the endpoint's answer. */
export const WORDPRESS_PAGE_MS = 2_000;
export const WORDPRESS_CALL_MS = 3_000;

/** Ports that WordPress asks and sends to, and takes sources on. */
export const WORDPRESS_PORTS: readonly string[] = ['', '80', '443', '8080'];

/**
 * What WordPress takes for the endpoint that a page's body names: the text between the quotes after the first `href=`
 * that follows the first `rel="pingback"`, or the same with single quotes. No entity is expanded, nothing is resolved.
 *
 * @returns `undefined` where it finds nothing
 */
export function wordPressEndpoint(html: string): string | undefined {
  const double = html.indexOf('rel="pingback"');
  const single = html.indexOf("rel='pingback'");
  const [at, quote] = double >= 0 ? [double, '"'] : [single, "'"];
  if (at < 0) return undefined;
  const href = html.indexOf('href=', at);
  if (href < 0) return undefined;
  const start = href + 'href='.length + 1;
  const end = html.indexOf(quote, start);
  return end > start ? html.slice(start, end) : undefined;
}
