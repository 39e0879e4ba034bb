import { isPublic, type Mention } from './mention.ts';
import type { MentionEvent } from './notice.ts';

type Seen = Pick<Mention, 'link' | 'moderation' | 'firstSeenAt' | 'publicId' | 'reasons'>;

/**
 * What a change means to those who want to hear of it; `undefined` for most changes. Asked in the one place where stored
 * mentions change, so that nobody who changes one can forget to tell of it.
 */
export function eventOf(before: Seen, after: Seen): MentionEvent | undefined {
  const [was, is] = [isPublic(before), isPublic(after)];
  if (is && !was)
    return before.link === 'lost' && before.publicId !== undefined ? 'mention.recovered' : 'mention.published';
  if (was && !is) return after.link === 'lost' ? 'mention.lost' : 'mention.withdrawn';
  // Judged for the first time: who announces a page again and again is not told of again and again.
  const isFirst = before.moderation === 'pending' && before.reasons.length === 0 && after.reasons.length > 0;
  return isFirst && after.moderation === 'pending' && after.firstSeenAt !== undefined ? 'mention.held' : undefined;
}
