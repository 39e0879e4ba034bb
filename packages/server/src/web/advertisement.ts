import { PROTOCOLS, type Protocol, writeTrackbackRdf } from '@hearback/protocol';
import type { Site } from '../site.ts';

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

/** Keeps a place free for the widget before its script is there. */
export const WIDGET_PLACE = 'hearback-mentions { display: flow-root; min-height: 8rem }';

/** For the head of pages, so that feed readers find the mentions, and what shows their number anywhere. */
export function readersElements(publicUrl: string, { id, url, name }: Pick<Site, 'id' | 'url' | 'name'>) {
  const base = publicUrl.replace(/\/$/, '');
  const feed = (format: string, type: string) =>
    `<link rel="alternate" type="${type}" title="${inAttribute(`Mentions of ${name}`)}" href="${inAttribute(`${base}/feed.${format}?site=${encodeURIComponent(id)}`)}">`;
  const badge = `${base}/badge.svg?target=${encodeURIComponent(url)}`;
  return {
    feeds: [feed('atom', 'application/atom+xml'), feed('json', 'application/feed+json')],
    badge: `<img src="${inAttribute(badge)}" height="20" alt="Number of mentions">`,
  };
}

/** The four entities that §2.2 allows; everything else that does not fit is percent-encoded in the URL already. */
function inAttribute(url: string): string {
  return url.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function inScript(url: string): string {
  return JSON.stringify(url).replaceAll('<', '\\u003c');
}
