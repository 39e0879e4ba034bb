import { HearbackError } from '../errors.ts';
import type { Store } from '../ports/index.ts';
import type { Site } from '../site.ts';

/** The id of the site that `--site-id` names; of a single site it need not. */
export async function siteFor(store: Store, given: unknown): Promise<string> {
  const sites: readonly Site[] = await store.sites.list();
  const [only] = sites;
  const ids = sites.map(({ id }) => id).join(', ');
  if (given !== undefined) {
    if (sites.some(({ id }) => id === given)) return String(given);
    throw new HearbackError('unknown-id', `There is no site with the id ${given}; there are ${ids || 'none'}.`);
  }
  if (only && sites.length === 1) return only.id;
  throw new HearbackError('usage', `There are ${sites.length} sites: say which with --site-id (${ids || 'none yet'}).`);
}
