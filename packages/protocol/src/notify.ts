import { ping } from './client.ts';
import type { Endpoint } from './discovery/endpoint.ts';
import type { Http } from './http.ts';
import type { Notification, SourceText } from './notification.ts';
import type { TellOutcome } from './outcome.ts';
import { sendTrackback } from './trackback/send.ts';
import { sendWebmention } from './webmention/send.ts';

/** What a page that links tells the page it links to. Webmention and Pingback need the two URLs, TrackBack all of it. */
export type Notice = Pick<Notification, 'source' | 'target'> & SourceText;

/**
 * Tells one endpoint, by its protocol. Never rejects as long as `http` does not.
 *
 * @example
 * const found = await discover(http, target);
 * if (!('failure' in found) && found.chosen !== null) await notify(http, found.chosen, notice);
 */
export function notify(
  http: Http,
  { protocol, url }: Pick<Endpoint, 'protocol' | 'url'>,
  notice: Notice,
): Promise<TellOutcome> {
  const { source, target } = notice;
  switch (protocol) {
    case 'webmention':
      return sendWebmention(http, url, source, target);
    case 'pingback':
      return ping(http, url, source, target);
    case 'trackback':
      return sendTrackback(http, url, notice);
  }
}
