import { PROTOCOLS, type Protocol, writeTrackbackRdf } from '@hearback/protocol';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What an owner puts into pages, for one server. */
export interface Advertisement {
  /**
   * Pingback 1.0 §2.2: exactly this, since clients find it with a regular expression and no HTML parser. The one of
   * Webmention is as plain, for the clients that read it so.
   */
  readonly elements: readonly string[];
  /** Pingback 1.0 §2.1: some clients read only headers, so the same addresses go there too. */
  readonly headers: readonly string[];
  /** TrackBack 1.2 asks for one in every post, with the post's own addresses: this one is of the example. */
  readonly rdf: string;
  /** Reports where the visitors of a page came from, without a library and without waiting for an answer. */
  readonly beacon: string;
  readonly widget: string;
  /** The address that gives the mentions of a page as HTML, for those who build pages themselves. */
  readonly fragment: string;
}

/**
 * @param publicUrl where the world reaches the server, without a final slash
 * @param example a page of the site, to make addresses concrete that name one
 * @param protocols those that the site takes; all of them unless told
 */
export function advertisement(
  publicUrl: string,
  example: string,
  protocols: readonly Protocol[] = PROTOCOLS,
): Advertisement {
  const base = publicUrl.replace(/\/$/, '');
  const xmlrpc = new URL(`${base}/xmlrpc`).href;
  const webmention = new URL(`${base}/webmention`).href;
  const when = (protocol: Protocol, text: string) => (protocols.includes(protocol) ? [text] : []);
  const trackback = new URL(`${base}/trackback?target=${encodeURIComponent(example)}`).href;
  return {
    elements: [
      ...when('webmention', `<link rel="webmention" href="${inAttribute(webmention)}">`),
      ...when('pingback', `<link rel="pingback" href="${inAttribute(xmlrpc)}">`),
    ],
    headers: [
      ...when('webmention', `Link: <${webmention}>; rel="webmention"`),
      ...when('pingback', `X-Pingback: ${xmlrpc}`),
    ],
    rdf: writeTrackbackRdf({ page: example, endpoint: trackback, title: 'The title of the post' }),
    beacon: `<script>document.referrer && navigator.sendBeacon(${inScript(`${base}/refback`)}, new URLSearchParams({ target: location.href, referrer: document.referrer }))</script>`,
    widget: `<script type="module" src="${inAttribute(`${base}/widget.js`)}"></script>\n<hearback-mentions></hearback-mentions>`,
    fragment: `${base}/fragment?target=${encodeURIComponent(example)}`,
  };
}

/** The four entities that §2.2 allows; everything else that does not fit is percent-encoded in the URL already. */
function inAttribute(url: string): string {
  return url.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function inScript(url: string): string {
  return JSON.stringify(url).replaceAll('<', '\\u003c');
}
