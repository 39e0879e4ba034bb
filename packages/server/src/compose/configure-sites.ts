import type { Config } from '../config.ts';
import type { Store } from '../ports/index.ts';

/** What the configuration gave once and does not any more is the desk's again. */
export async function configureSites(store: Store, config: Config): Promise<void> {
  const configured = new Set(config.sites.map(({ id }) => id));
  // In one transaction, for a configuration may have thousands.
  await store.transaction(async ({ sites }) => {
    for (const site of config.sites) await sites.configure(site);
    for (const { fixed, settings: _, ...site } of await sites.list())
      if (fixed && !configured.has(site.id)) await sites.configure(site);
  });
}
