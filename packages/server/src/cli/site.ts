import type { Config } from '../config.ts';
import { HearbackError } from '../errors.ts';
import type { Store } from '../ports/index.ts';
import { siteId } from '../site.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json } from './output.ts';

export const site: Command = {
  name: 'site',
  usage: 'add URL [--name NAME] [--feed URL] [--sitemap URL] | list | remove URL  [--json]',
  summary: 'The sites of a store: those that a server or a command on the same --data serves.',
  options: {
    ...STORE_OPTIONS,
    ...JSON_OPTION,
    name: { type: 'string' },
    feed: { type: 'string' },
    sitemap: { type: 'string' },
  },
  words: [1, 2],
  async run({ flags, words: [verb = '', url], terminal, config }) {
    if (!['add', 'list', 'remove'].includes(verb) || (verb === 'list') !== (url === undefined)) {
      throw new HearbackError('usage', `Usage: hearback site ${site.usage}`);
    }
    const address = url === undefined ? undefined : webAddress(url, 'URL').href;
    const { name, feed, sitemap } = flags;
    const settings =
      address === undefined || verb === 'remove'
        ? config
        : { ...config, sites: [{ url: address, name, feed, sitemap }] };
    const checked = readCommandConfig(settings);
    const { openStore } = await import('../compose/store.ts');
    const store = await openStore(checked);
    try {
      await change(store, verb, address, checked);
      const sites = await store.sites.list();
      // A build hook is a key, and what a command prints is copied into reports.
      if (flags.json) terminal.out(json(sites.map(({ buildHook: _key, ...one }) => one)));
      else for (const one of sites) terminal.out(`${one.id}  ${one.url}  ${one.name}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function change(store: Store, verb: string, url: string | undefined, { sites: [added] }: Config): Promise<void> {
  if (verb === 'add' && added) return store.sites.configure(added);
  if (verb === 'remove' && url !== undefined && !(await store.sites.remove(siteId(new URL(url))))) {
    throw new HearbackError('unknown-id', `There is no site ${url} in this store. "hearback site list" shows them.`);
  }
}
