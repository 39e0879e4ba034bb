import { type Delivery, isFinal } from '../delivery.ts';

/** A delivery in the words of Telegraph's API. What is not known is left out. */
export interface TelegraphStatus {
  readonly status: 'queued' | 'accepted' | 'not_supported' | 'error';
  readonly type?: string;
  readonly endpoint?: string;
  readonly http_code?: number;
  readonly summary: string;
}

export function telegraphStatus(delivery: Delivery): TelegraphStatus {
  const { protocol, endpoint, httpStatus, reason } = delivery;
  return {
    status: wordOf(delivery),
    ...(protocol !== undefined && { type: protocol }),
    ...(endpoint !== undefined && { endpoint }),
    ...(httpStatus !== undefined && { http_code: httpStatus }),
    summary: reason || 'The webmention is still in the processing queue',
  };
}

function wordOf({ status }: Delivery): TelegraphStatus['status'] {
  if (!isFinal(status)) return 'queued';
  if (status === 'delivered') return 'accepted';
  return status === 'unsupported' ? 'not_supported' : 'error';
}
