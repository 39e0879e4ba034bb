import type { Config } from '../config.ts';
import type { Store } from '../ports/index.ts';

/** What the configuration gave once and does not any more is the desk's again. */
export async function configureSites(store: Store, config: Config): Promise<void> {
  const configured = new Set(config.sites.map(({ id }) => id));
  await store.transaction(async ({ sites }) => {
    const left = (await sites.list()).filter(({ id, fixed }) => fixed && !configured.has(id));
    await sites.configure([...config.sites, ...left.map(({ fixed: _, settings: __, ...site }) => site)]);
  });
}
