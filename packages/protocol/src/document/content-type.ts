/**
 * Whether a page of this type is read: `text/html` or `application/xhtml+xml`, with any parameters. Two types in one
 * header are none (attack 147); text and JSON are sources for Webmention only.
 */
export function isHtml(contentType: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType ?? '');
}

/** The `charset` parameter, however it is quoted. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}
