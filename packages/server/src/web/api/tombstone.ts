import type { Tombstone } from '../../ports/index.ts';
import { safeUrl } from '../safe-url.ts';

/** What was shown once, in webmention.io's shape: for clients that keep copies, to take theirs down. */
export function tombstoneEntry({ id, source, target, deletedAt }: Tombstone): Readonly<Record<string, unknown>> {
  return {
    'wm-id': id,
    'wm-source': safeUrl(source),
    'wm-target': safeUrl(target),
    'wm-deleted': new Date(deletedAt).toISOString(),
  };
}
