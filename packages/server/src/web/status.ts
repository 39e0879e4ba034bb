import { isPublic } from '../mention.ts';
import type { WebDeps } from './deps.ts';

const DAY = 24 * 60 * 60 * 1000;

export type AnonymousStatus = 'queued' | 'published' | 'not accepted';

/**
 * What a stranger may know of a notification. Nothing of the cause: with reasons, a sender could have us fetch a private address
 * and read from the answer what is there. So a failed check, a refusal, a decision still to come and an id that never
 * was are told apart only by time.
 */
export async function anonymousStatus(
  { store, clock, statusIds }: Pick<WebDeps, 'store' | 'clock' | 'statusIds'>,
  statusId: string,
): Promise<AnonymousStatus> {
  const id = statusIds.open(statusId);
  if (id === undefined) return 'not accepted';
  const mention = await store.mentions.byId(id);
  if (mention && isPublic(mention)) return 'published';
  const lastHeard = mention?.lastReceivedAt ?? (await store.refusals.byId(id))?.at;
  return lastHeard !== undefined && clock.now() - lastHeard < DAY ? 'queued' : 'not accepted';
}
