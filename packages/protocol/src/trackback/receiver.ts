import type { ReceiverReply, ReceiverRequest } from '../exchange.ts';
import type { Inbox } from '../inbox.ts';
import type { Receiver, ReceiverOptions } from '../receiver.ts';
import { receiverOf, requestNote } from '../receiver.ts';
import { tellUnusable } from '../unusable.ts';
import { asciiUrl } from '../url.ts';
import { refuse, refuseUnread } from './admission.ts';
import { decisionReply, failureReply } from './answer.ts';
import { readPing } from './ping.ts';

/** The one `target` of the endpoint's URL, as it stands there; `undefined` when there is none, or several. */
function targetOf(query: string | undefined): string | undefined {
  const [target, ...more] = new URLSearchParams(query).getAll('target');
  return more.length > 0 ? undefined : target;
}

/**
 * A TrackBack 1.2 server over an inbox: bytes in, bytes out, no I/O of its own. One address serves all pages and the page is
 * in its query, `?target=URL`, so that no table of numbers has to be kept (the specification leaves the shape of ping URLs
 * to the server). Checks run from the outside in: HTTP (405, 415, 413), target, form, fields; only then is the inbox asked.
 * Replies are `<error>0</error>` or `<error>1</error>` with a message of fixed text, HTTP 200.
 *
 * @example
 * const receiver = createTrackbackReceiver(inbox, { onError: console.error });
 * app.post('/trackback', (c) => receiver.fetch(c.req.raw));
 */
export function createTrackbackReceiver(inbox: Inbox, options: ReceiverOptions = {}): Receiver {
  async function receive(request: ReceiverRequest): Promise<ReceiverReply> {
    const refused = refuse(request);
    if (refused !== undefined) return refused;
    const asked = targetOf(request.query);
    const target = asked === undefined ? undefined : asciiUrl(asked.trim());
    const reading = readPing(request.body, request.headers['content-type']);
    try {
      if (target === undefined || !reading.ok) {
        const source = reading.ok ? reading.ping.source : reading.source;
        await tellUnusable(inbox, 'trackback', source, asked, request.caller);
        if (target === undefined) return failureReply('This address needs a page to be for: ?target= and its URL.');
        return failureReply(reading.ok ? '' : reading.message);
      }
      const notification = { protocol: 'trackback', ...reading.ping, target } as const;
      return decisionReply(await inbox.accept(notification, request.caller));
    } catch (error: unknown) {
      return failureReply(`Something went wrong here: try again later.${requestNote(options.onError?.(error))}`, 500);
    }
  }

  const decline: Receiver['decline'] = (outcome, retryAfter) => decisionReply({ outcome, retryAfter });
  return receiverOf({ refuseUnread, decline, receive });
}
