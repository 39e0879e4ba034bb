import { type Advertisement, advertisement } from '../web/advertisement.ts';

/** What a page of somebody who uses the server at this address has to hold, so that others find it. */
export function invitation(server: string, page: string): Advertisement {
  return advertisement(server, page);
}
