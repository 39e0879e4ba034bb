import { type Discovery, type DiscoveryFailure, discover, type Http } from '@hearback/protocol';
import type { PageReader } from '../ports/index.ts';

/** Where a page wants to be told. `poison`: the page ended its reader; a sentence that says how. */
export type EndpointFinding = Discovery | DiscoveryFailure | { readonly poison: string };

export interface FindEndpointDeps {
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
}

/** `discover` with the page taken apart by the reader: it is a stranger's. */
export function findEndpoint({ http, reader }: FindEndpointDeps, target: string): Promise<EndpointFinding> {
  return discover(http, target, async (asked, { body, headers, finalUrl, status }) => {
    const read = await reader.read('endpoints', { asked, body, headers, finalUrl, status });
    return read.ok ? read.reading : { poison: read.reason };
  });
}
