/** `/hearback` of `https://example.org/hearback/`; `''` of a public URL without a path. */
export function prefixOf(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '');
}

/** What is left of a path below the prefix, from its slash on; `undefined` for one that does not lie there. */
export function belowPrefix(path: string, prefix: string): string | undefined {
  if (prefix === '') return path;
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : undefined;
}

/** Links and forms of our own pages start at the root. In the text of strangers the quotation mark is an entity. */
const OWN_LINK = / (href|action)="\/(?!\/)/g;

/**
 * Moves a reply below the prefix: where it redirects to, and the links of a page of ours. Done at the door, so that no
 * page has to know where it is mounted.
 */
export async function movedBelow(response: Response, prefix: string): Promise<Response> {
  if (prefix === '') return response;
  const headers = new Headers(response.headers);
  const location = headers.get('location');
  if (location?.startsWith('/')) headers.set('location', `${prefix}${location}`);
  const isPage = response.body !== null && (headers.get('content-type') ?? '').startsWith('text/html');
  if (!isPage && location === null) return response;
  const body = isPage ? (await response.text()).replace(OWN_LINK, ` $1="${prefix}/`) : response.body;
  headers.delete('content-length');
  return new Response(body, { status: response.status, headers });
}
