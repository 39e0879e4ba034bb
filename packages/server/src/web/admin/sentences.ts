import type { Protocol } from '@hearback/protocol';

export const PROTOCOL_NAME: Record<Protocol, string> = {
  webmention: 'Webmention',
  pingback: 'Pingback',
  trackback: 'TrackBack',
  refback: 'Refback',
};
