import { type Membership, type Right, sitesWith } from '../../access.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { Site } from '../../site.ts';

/** More are not offered in a list: then a field takes the id of one. */
const MOST_OFFERED = 50;

/** The sites on which a visitor has a right; `many` are never gone through for a page. */
export type Reached = readonly Site[] | 'many';

export function reached(
  directory: Pick<SiteDirectory, 'sites' | 'byId'>,
  memberships: readonly Membership[],
  right: Right,
): Reached {
  const ids = sitesWith(memberships, right);
  if (ids === undefined) return directory.sites().length > MOST_OFFERED ? 'many' : directory.sites();
  if (ids.length > MOST_OFFERED) return 'many';
  return directory.sites().length > MOST_OFFERED
    ? ids.flatMap((id) => directory.byId(id) ?? [])
    : directory.sites().filter(({ id }) => ids.includes(id));
}
