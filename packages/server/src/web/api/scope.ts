import type { ApiToken } from '../../access.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { PublicQuery } from '../../ports/index.ts';
import type { ApiQuery } from './query.ts';
import { sitesOf, targetKeys } from './targets.ts';

export type ApiScope = Pick<PublicQuery, 'targetKeys' | 'sites'>;

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
  if (targets.length > 0) {
    const keys = targetKeys(directory, targets);
    return keys.length === 0 ? undefined : { targetKeys: keys, sites: own === undefined ? [] : [own] };
  }
  if (domains.length > 0) {
    const sites = sitesOf(directory, domains).filter((id) => own === undefined || id === own);
    return sites.length === 0 ? undefined : { targetKeys: [], sites };
  }
  if (own === undefined) return { targetKeys: [], sites: 'all' };
  return directory.byId(own) && { targetKeys: [], sites: [own] };
}
