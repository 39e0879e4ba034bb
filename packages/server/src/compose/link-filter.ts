import { HearbackError } from '../errors.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import type { LedgerFilter, Store } from '../ports/index.ts';
import { systemClock } from '../system.ts';
import { readLinks, strangeNames } from '../web/links/filter.ts';

/**
 * What `--filter` asks for: what the address of the table says behind its question mark.
 * @throws HearbackError `usage` for a filter that is none
 */
export async function readFilter({ sites }: Pick<Store, 'sites'>, text: string): Promise<LedgerFilter> {
  const query = new URLSearchParams(text);
  const strange = strangeNames(query, ['order']);
  if (strange) throw new HearbackError('usage', `--filter: ${strange}`);
  const directory = createSiteDirectory(sites, systemClock);
  await directory.refresh();
  const { filter, wrong } = readLinks(query, { directory, now: systemClock.now() });
  if (wrong.length > 0)
    throw new HearbackError('usage', `--filter: ${wrong.join(', ')} cannot be read; see docs/backlinks.md.`);
  return filter;
}
