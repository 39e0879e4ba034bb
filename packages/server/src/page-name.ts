import { identity } from '@hearback/protocol';
import { withoutTracking } from './pages/tracking.ts';

/**
 * A page as the person who wrote it would name it: with http and https alike, and whatever a sender adds to its address that
 * every server takes for the same page (an empty query, tracking parameters).
 */
export function pageName(url: string): string {
  const parsed = URL.parse(url);
  return identity(parsed ? withoutTracking(parsed) : url)
    .replace(/^https?:\/\//, '')
    .replace(/\?$/, '');
}
