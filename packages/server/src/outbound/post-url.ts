import { pageKey } from '../site.ts';

/**
 * The name under which an announced page is remembered, whatever its scheme: a site that moves to https would otherwise
 * announce all its old posts again.
 */
export function postUrl(url: URL | string): string {
  return postName(pageKey(url));
}

/** The same of a page whose key is known. */
export function postName(key: string): string {
  return `https://${key}`;
}
