const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What an owner puts into pages, for one server. */
export interface Advertisement {
  /** Pingback 1.0 §2.2: exactly this, since clients find it with a regular expression and no HTML parser. */
  readonly element: string;
  /** Pingback 1.0 §2.1: some clients read only headers, so the same address goes there too. */
  readonly header: string;
  readonly widget: string;
  /** The address that gives the mentions of a page as HTML, for those who build pages themselves. */
  readonly fragment: string;
}

/**
 * @param publicUrl where the world reaches the server, without a final slash
 * @param example a page of the site, to make the fragment's address concrete
 */
export function advertisement(publicUrl: string, example: string): Advertisement {
  const base = publicUrl.replace(/\/$/, '');
  const endpoint = new URL(`${base}/xmlrpc`).href;
  return {
    element: `<link rel="pingback" href="${inAttribute(endpoint)}">`,
    header: `X-Pingback: ${endpoint}`,
    widget: `<script type="module" src="${inAttribute(`${base}/widget.js`)}"></script>\n<hearback-mentions></hearback-mentions>`,
    fragment: `${base}/fragment?target=${encodeURIComponent(example)}`,
  };
}

/** The four entities that §2.2 allows; everything else that does not fit is percent-encoded in the URL already. */
function inAttribute(url: string): string {
  return url.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
