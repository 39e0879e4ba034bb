import type { Config } from '../config.ts';
import { counted } from '../counted.ts';
import { HearbackError } from '../errors.ts';
import type { Store } from '../ports/index.ts';
import { type Site, siteId } from '../site.ts';
import { type Command, type Flags, JSON_OPTION, STORE_OPTIONS, type Terminal } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json } from './output.ts';

export const site: Command = {
  name: 'site',
  usage: 'add URL [--name NAME] [--feed URL] [--sitemap URL] | list | remove URL --yes  [--json]',
  summary: 'The sites of a store: those that a server or a command on the same --data serves.',
  options: {
    ...STORE_OPTIONS,
    ...JSON_OPTION,
    name: { type: 'string' },
    feed: { type: 'string' },
    sitemap: { type: 'string' },
    yes: { type: 'boolean' },
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
      if (verb === 'remove') return await removeSite(store, address ?? '', flags, terminal);
      const sites = verb === 'add' ? await add(store, checked) : await store.sites.list();
      // A build hook is a key, and what a command prints is copied into reports.
      if (flags.json) terminal.out(json(sites.map(({ buildHook: _key, ...one }) => one)));
      else for (const one of sites) terminal.out(`${one.id}  ${one.url}  ${one.name}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** As it is now: what the desk set stays. */
async function add(store: Store, { sites }: Pick<Config, 'sites'>): Promise<readonly Site[]> {
  await store.sites.configure(sites);
  const added = await Promise.all(sites.map(({ id }) => store.sites.byId(id)));
  return added.filter((site) => site !== undefined);
}

async function removeSite(store: Store, url: string, flags: Flags, terminal: Terminal): Promise<number> {
  const id = siteId(new URL(url));
  if (!(await store.sites.byId(id)))
    throw new HearbackError('unknown-id', `There is no site ${url} in this store. "hearback site list" shows them.`);
  const [pages, tokens, recipients, tally] = await Promise.all([
    store.sites.pages(id),
    store.tokens.list({ site: id }),
    store.recipients.list({ site: id }),
    store.mentions.tally(id),
  ]);
  const mentions = Object.values(tally).reduce((sum, count) => sum + count, 0);
  const goes = [
    `${counted(pages.length, 'page')} of its map`,
    counted(tokens.length, 'token'),
    `${counted(recipients.length, 'recipient')} of notices`,
  ].join(', ');
  const what = `its settings, ${goes}, and the roles of people on it; ${counted(mentions, 'mention')} and its deliveries stay in the store and are shown to nobody unless it is added again`;
  if (!flags.yes)
    throw new HearbackError('usage', `Removing ${url} takes ${what}. Nothing was removed: say --yes to do it.`);
  await store.sites.remove(id);
  if (flags.json)
    terminal.out(json({ id, pages: pages.length, tokens: tokens.length, recipients: recipients.length, mentions }));
  else terminal.out(`Removed ${url} with ${what}.`);
  return 0;
}
