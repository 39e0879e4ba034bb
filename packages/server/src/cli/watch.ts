import type { RawConfig } from '../config.ts';
import { HearbackError } from '../errors.ts';
import { type Command, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, untilAborted } from './common.ts';
import { showProgress } from './progress.ts';
import { showLeft } from './show-left.ts';

export const watch: Command = {
  name: 'watch',
  usage: 'URL|DIR [--site URL] [--since DATE | --all] [--once] [--wait SECONDS] [--watch-every SECONDS] [--data DIR]',
  summary:
    'Looks at the feed, sitemap, h-feed or built folder of a site and announces every post that is new, changed or gone, until it is stopped. What is there at the first look counts as known, unless --since or --all says otherwise. --once looks a single time and ends when all is told.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...SITE_OPTIONS,
    since: { type: 'string' },
    all: { type: 'boolean' },
    once: { type: 'boolean', default: false },
    wait: { type: 'string', default: '30' },
    'watch-every': { type: 'string' },
  },
  words: [1, 1],
  async run({ flags, words: [listing = ''], terminal, config: raw }) {
    if (flags.all && flags.since !== undefined)
      throw new HearbackError('usage', '--all tells of everything and --since of what is newer: name one of them.');
    const seconds = Number(flags.wait);
    if (!(seconds >= 0)) throw new HearbackError('usage', `--wait "${flags.wait}" is not a number of seconds.`);
    const config = readCommandConfig({ ...raw, watch: listing, sites: sitesOf(raw, listing) });
    const [site] = config.sites;
    if (!site) throw new HearbackError('usage', `Whose folder is that? Name the site: --site https://your.site`);
    const { openWatcher } = await import('../compose/watcher.ts');
    // Nothing is received here, so no hub could reach us.
    const progress = showProgress(terminal);
    const say = (sentence: string) => {
      progress.end();
      terminal.out(sentence);
    };
    const watcher = await openWatcher({ ...config, publicUrl: undefined }, site, say);
    const hide = showLeft(watcher, progress);
    try {
      if (flags.once) return (await watcher.once(seconds * 1000)) ? 0 : 1;
      await untilAborted(terminal.signal);
      return 0;
    } finally {
      hide();
      await watcher.close();
    }
  },
};

/** Of a feed the site is known: it lies there. */
function sitesOf({ sites }: RawConfig, listing: string): unknown {
  if (sites !== undefined && !(Array.isArray(sites) && sites.length === 0)) return sites;
  const url = URL.parse(listing);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return [url.origin];
  throw new HearbackError('usage', `Whose pages are in ${listing}? Name the site: --site https://your.site`);
}
