import { mediaType } from '../media-type.ts';
import type { Protocol } from '../notification.ts';
import { reachOf } from './reach.ts';

/**
 * Whether a page of this type is HTML: `text/html` or `application/xhtml+xml`, with any parameters. Two types in one
 * header are none.
 */
export function isHtml(contentType: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType ?? '');
}

/** How a source without markup is read; `undefined` for every other type. */
export function plainKind(contentType: string | undefined): 'text' | 'json' | undefined {
  const type = mediaType(contentType);
  if (type === 'text/plain') return 'text';
  return /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type) ? 'json' : undefined;
}

/**
 * Whether a source of this type may be read for a link that these protocols announced: HTML always, plain text and JSON
 * when Webmention is among them (Webmention §3.2.2).
 */
export function isReadable(contentType: string | undefined, protocols: readonly Protocol[]): boolean {
  return isHtml(contentType) || (reachOf(protocols).anyText && plainKind(contentType) !== undefined);
}

/** The `charset` parameter, however it is quoted. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1];
}
