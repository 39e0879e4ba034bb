import type { Membership } from '../../access.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { Words } from '../../words/words.ts';
import { line } from '../text.ts';

/** What somebody is, and of which site. */
export function roleSentence(
  { people }: Pick<Words, 'people'>,
  { role, site }: Membership,
  directory: Pick<SiteDirectory, 'byId'>,
): string {
  const where = site === undefined ? people.everySite : line(directory.byId(site)?.name ?? site);
  return people.roleOf(people.roleName[role], where);
}
