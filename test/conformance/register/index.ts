import { PINGBACK_DISCOVERY } from './pingback-discovery.ts';
import { PINGBACK_EXCHANGE, PINGBACK_ORDER } from './pingback-exchange.ts';
import { PINGBACK_FIELD } from './pingback-field.ts';
import { REFBACK } from './refback.ts';
import type { Row } from './row.ts';
import { ENTRY, SECURITY, URL_IDENTITY } from './shared.ts';
import { TRACKBACK } from './trackback.ts';
import { WEBMENTION, WEBMENTION_ROCKS } from './webmention.ts';
import { XML_RPC } from './xml-rpc.ts';

/** Every row, by the protocol that the table prints it under. */
export const REGISTER: Readonly<Record<string, readonly Row[]>> = {
  Pingback: [...PINGBACK_DISCOVERY, ...PINGBACK_EXCHANGE, ...PINGBACK_ORDER, ...PINGBACK_FIELD],
  'XML-RPC': XML_RPC,
  Webmention: [...WEBMENTION, ...WEBMENTION_ROCKS],
  TrackBack: TRACKBACK,
  Refback: REFBACK,
  'URL identity': URL_IDENTITY,
  Entry: ENTRY,
  Security: SECURITY,
};
