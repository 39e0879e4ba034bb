/** What an owner puts into a page so that clients find its TrackBack address. */
export interface TrackbackPage {
  /** Absolute http(s) URLs of the page and of the address that takes its TrackBacks. */
  readonly page: string;
  readonly endpoint: string;
  readonly title: string;
}

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write them
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A hyphen beside another would end the comment around the block. */
function escapeHyphens(text: string): string {
  return text.replaceAll(/--+/g, (hyphens) => '&#x2d;'.repeat(hyphens.length));
}

function inAttribute(text: string): string {
  const xml = text
    .toWellFormed()
    .replaceAll(NO_XML, '')
    .replaceAll(/[&<>"]/g, (character) => REFERENCES[character] ?? character);
  return escapeHyphens(xml);
}

/** After the host, a URL says the same with a hyphen percent-encoded, and many clients do not resolve references. */
function urlInAttribute(url: string): string {
  const host = /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
  return inAttribute(host + url.slice(host.length).replaceAll(/-(?=-)/g, '%2D'));
}

/**
 * The RDF of TrackBack 1.2 "Auto-Discovery of TrackBack Ping URLs", in a comment so that HTML stays valid. Whatever is in
 * the title, the comment ends where it should, and the block says what was put in.
 *
 * @example
 * writeTrackbackRdf({ page: 'https://bob.example/2', endpoint: 'https://bob.example/trackback?target=…', title: 'Two' });
 */
export function writeTrackbackRdf({ page, endpoint, title }: TrackbackPage): string {
  return `<!--
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/">
<rdf:Description rdf:about="${urlInAttribute(page)}"
  dc:identifier="${urlInAttribute(page)}"
  dc:title="${inAttribute(title)}"
  trackback:ping="${urlInAttribute(endpoint)}" />
</rdf:RDF>
-->`;
}
