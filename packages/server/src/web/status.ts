import { type SenderView, senderView, unreadView } from '../inbound/sender-view.ts';
import { isPublic } from '../mention.ts';
import { settingsOf } from '../site-settings.ts';
import type { WebDeps } from './deps.ts';

const DAY = 24 * 60 * 60 * 1000;

export type AnonymousStatus = 'queued' | 'published' | 'not accepted';

export interface Status {
  readonly status: AnonymousStatus;
  /** Where the owner of the site allows reasons. */
  readonly view?: SenderView;
}

type Deps = Pick<WebDeps, 'store' | 'clock' | 'statusIds' | 'directory'>;

/**
 * What a stranger may know of a notification. Nothing of the cause, unless the site allows it: with all reasons, a sender could
 * have us fetch a private address and read from the answer what is there. So a failed check, a refusal, a decision still to come and
 * an id that never was are told apart only by time. `sender-reason.ts` says what is told where reasons are allowed; the
 * switch is in memory, so that where they are not the same is asked of the store as if there were none.
 */
export async function statusOf({ store, clock, statusIds, directory }: Deps, statusId: string): Promise<Status> {
  const id = statusIds.open(statusId);
  if (id === undefined) return { status: 'not accepted' };
  const allows = (site: string) => settingsOf(directory.byId(site) ?? {}).reasons;
  const mention = await store.mentions.byId(id);
  if (mention) {
    const status = isPublic(mention) ? 'published' : since(mention.lastReceivedAt, clock.now());
    if (!allows(mention.site)) return { status };
    const view = senderView(mention, await store.mentions.trace(mention.id), clock.now());
    return { status: FINAL.has(view.reason) ? 'not accepted' : status, view };
  }
  const refusal = await store.refusals.byId(id);
  if (!refusal) return { status: 'not accepted' };
  const status = since(refusal.at, clock.now());
  return allows(refusal.site) ? { status, view: unreadView(refusal.at, clock.now()) } : { status };
}

/** What only its sender can mend: to call it queued would have somebody wait for nothing. */
const FINAL: ReadonlySet<string> = new Set(['no-link', 'gone', 'no-page', 'lost']);

function since(heardAt: number, now: number): AnonymousStatus {
  return now - heardAt < DAY ? 'queued' : 'not accepted';
}
