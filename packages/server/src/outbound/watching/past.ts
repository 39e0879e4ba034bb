import type { Past } from './compare.ts';

/** Which posts from before the first look are told: none, all, or those from a moment on (milliseconds since the epoch). */
export type Since = 'all' | number | undefined;

export function pastOf(since: Since): Past {
  if (since === undefined) return 'known';
  return since === 'all' ? 'all' : { since };
}

/** As it is remembered, to know when the owner asks for something else. */
export function sinceText(since: Since): string {
  return since === undefined ? '' : String(since);
}
