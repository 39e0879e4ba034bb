import { identity } from '@hearback/protocol';
import { withoutTracking } from './pages/tracking.ts';

/**
 * A page as the person who wrote it would name it: with http and https alike, with or without `www.` and the slash at the end
 * of its path, and whatever a sender adds to its address that every server takes for the same page (an empty query,
 * tracking parameters).
 */
export function pageName(url: string): string {
  const parsed = URL.parse(url);
  return identity(parsed ? withoutTracking(parsed) : url)
    .replace(/^https?:\/\/(?:www\.(?=[^/]*\.))?/, '')
    .replace(/\?$/, '')
    .replace(/(?<=\/[^?]+)\/(?=$|\?)/, '');
}

/**
 * The names under which somebody may have asked to have a page removed: its own, and that of its path. Whoever names a path
 * means it with any query (`?ref=newsletter`, `?replytocom=7`), but not the front page, whose query tells pages apart (`/?p=12`).
 */
export function pageNames(url: string): readonly string[] {
  const name = pageName(url);
  const path = name.replace(/\?.*$/s, '');
  return path === name || isFront(path) ? [name] : [name, path];
}

/** Whether a name is that of a path, so that it stands for all of its queries. */
export function isPathName(name: string): boolean {
  return !name.includes('?') && !isFront(name);
}

function isFront(path: string): boolean {
  return /^[^/]*\/(?:index\.\w+)?$/.test(path);
}
