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
  const keys = targetKeys(directory, targets);
  const all = directory.sites().map(({ id }) => id);
  const reached = all.filter((id) => token?.site === undefined || token.site === id);
  const named = targets.length > 0 || domains.length === 0 ? reached : sitesOf(directory, domains);
  const sites = named.filter((id) => reached.includes(id));
  return sites.length === 0 || (targets.length > 0 && keys.length === 0) ? undefined : { targetKeys: keys, sites };
}
