import type { ApiToken } from '../../access.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { PublicQuery } from '../../ports/index.ts';
import type { ApiQuery } from './query.ts';
import { hostsOf, targetKeys } from './targets.ts';

export type ApiScope = Pick<PublicQuery, 'targetKeys' | 'sites' | 'hosts'>;

/**
 * The pages, or else the sites, that a client asks about. `undefined` when that is nothing that is here: empty lists would
 * mean "no restriction" to the store.
 */
export function scopeOf(
  directory: SiteDirectory,
  { targets, domains }: Pick<ApiQuery, 'targets' | 'domains'>,
  token: ApiToken | undefined,
): ApiScope | undefined {
  const own = token?.site;
  const all: ApiScope | undefined =
    own === undefined ? { targetKeys: [], sites: 'all' } : directory.byId(own) && { targetKeys: [], sites: [own] };
  if (targets.length > 0) {
    const keys = targetKeys(directory, targets);
    return keys.length === 0 ? undefined : { targetKeys: keys, sites: own === undefined ? [] : [own] };
  }
  if (domains.length > 0) {
    // Not the sites themselves: a host may have ten thousand.
    const hosts = hostsOf(directory, domains);
    return hosts.length === 0 ? undefined : all && { ...all, hosts };
  }
  return all;
}
