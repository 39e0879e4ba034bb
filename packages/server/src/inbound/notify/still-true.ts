import { isPublic, type Mention } from '../../mention.ts';
import { MENTION_EVENTS, type MentionEvent, type NoticeEvent } from '../../notice.ts';

/** Whether what happened is still so: what was decided, taken back or forgotten meanwhile is not told any more. */
export function isStillTrue(event: NoticeEvent, mention: Mention): boolean {
  const about = MENTION_EVENTS.find((one) => one === event);
  return about === undefined || HOLDS[about](mention);
}

const HOLDS: Readonly<Record<MentionEvent, (mention: Mention) => boolean>> = {
  'mention.held': ({ moderation }) => moderation === 'pending',
  'mention.published': isPublic,
  'mention.recovered': isPublic,
  'mention.withdrawn': (mention) => !isPublic(mention),
  'mention.lost': (mention) => mention.link === 'lost' && mention.moderation === 'approved',
};
