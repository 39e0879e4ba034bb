import type { Delivery } from '../delivery.ts';
import { isPublic, type Mention } from '../mention.ts';
import { iso, mentionJson } from '../mention-json.ts';
import type { Notice } from '../notice.ts';
import { viewOf } from '../outbound/delivery-view.ts';
import type { HookRecipient } from '../recipient.ts';

export interface PayloadDeps {
  /** Writes JSON that is inert wherever it is pasted. */
  readonly write: (value: unknown) => string;
  /** A mention in webmention.io's shape. */
  readonly jf2: (mention: Mention) => unknown;
}

/** What a webhook is sent: one line of JSON, for a reader of webmention.io's takes no more than the first. */
export function createPayload({ write, jf2 }: PayloadDeps) {
  return (
    { format, secret = '' }: Pick<HookRecipient, 'format' | 'secret'>,
    { event, at }: Pick<Notice, 'event' | 'at'>,
    about: Mention | Delivery | undefined,
  ): string => {
    const data = about === undefined ? null : isDelivery(about) ? viewOf(about) : mentionJson(about);
    if (format === 'standard' || about === undefined || isDelivery(about))
      return write({ type: about === undefined ? 'test' : event, timestamp: iso(at), data });
    const { source, target } = about;
    const news = isPublic(about) ? { post: jf2(about) } : { deleted: true };
    return write({ secret, source, target, private: false, ...news });
  };
}

function isDelivery(about: Mention | Delivery): about is Delivery {
  return 'endpoint' in about;
}
