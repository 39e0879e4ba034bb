import { httpUrl } from '../text.ts';
import type { Head } from './head.ts';

/** Longer than that a page is meant to be read before it reloads or moves on. */
const MOST_SECONDS = 10;

/** Where a page sends its readers by itself, as static sites do for pages that moved; `''` when it does not. */
export function refreshOf(head: Head): string {
  const content = head.meta.get('refresh')?.slice(0, 4_000) ?? '';
  const match = /^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content);
  if (match === null || Number(match[1]) > MOST_SECONDS) return '';
  return httpUrl((match[2] ?? '').trim(), head.base);
}
