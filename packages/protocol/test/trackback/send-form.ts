import type { Decision, Inbox, Notification } from '../../src/index.ts';
import { createTrackbackReceiver } from '../../src/index.ts';
import { latin1, SOURCE, STATUS_URL, TARGET } from '../support/receiving.ts';

export const FORM = 'application/x-www-form-urlencoded';
export const QUERY = `target=${encodeURIComponent(TARGET)}`;
export const OK = '<?xml version="1.0" encoding="utf-8"?><response><error>0</error></response>';

/** The smallest TrackBack, with whatever else is to be in its form. */
export function pingForm(more = ''): string {
  return `url=${encodeURIComponent(SOURCE)}${more}`;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly accepted: readonly Notification[];
  /** What the receiver reported of an inbox that threw. */
  readonly errors: readonly unknown[];
}

interface Sent {
  readonly method?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly decision?: Decision;
  readonly accept?: Inbox['accept'];
}

/** Sends one form to a receiver whose inbox answers `decision`; a body given as text is its bytes, one a character. */
export async function sendForm(body: string | Uint8Array, sent: Sent = {}): Promise<Answer> {
  const accepted: Notification[] = [];
  const errors: unknown[] = [];
  const inbox: Inbox = {
    async accept(notification) {
      accepted.push(notification);
      return sent.decision ?? { outcome: 'accepted', statusUrl: STATUS_URL };
    },
    pingbacks: async () => undefined,
    ...(sent.accept && { accept: sent.accept }),
  };
  const reply = await createTrackbackReceiver(inbox, { onError: (error) => errors.push(error) }).receive({
    method: sent.method ?? 'POST',
    headers: { 'content-type': sent.type ?? FORM, ...sent.headers },
    query: sent.query ?? QUERY,
    body: typeof body === 'string' ? latin1(body) : body,
    caller: {},
  });
  return { status: reply.status, headers: reply.headers, text: new TextDecoder().decode(reply.body), accepted, errors };
}
