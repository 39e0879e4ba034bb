import { parseUrl } from '@hearback/protocol';
import { HearbackError } from '../errors.ts';
import type { Whom } from '../ports/index.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';

const COUNTED = { mentions: 'mention', deliveries: 'delivery', refusals: 'refusal' } as const;

export const forget: Command = {
  name: 'forget',
  usage: 'URL|HOST [--json]',
  summary: 'Deletes for good what came from a page, or from a host and all below it, with every trace of it.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION },
  words: [1, 1],
  async run({ words: [word = ''], flags, terminal, config }) {
    const whom = whomOf(word);
    const { openExistingStore } = await import('../compose/store.ts');
    const store = await openExistingStore(readCommandConfig(config));
    try {
      const own = (await store.sites.list()).find(({ url }) => isOf(whom, new URL(url).hostname));
      if (own) throw new HearbackError('usage', `${word} is your own site ${own.url}; nothing was deleted.`);
      const forgotten = await store.forget(whom);
      if (flags.json) terminal.out(json(forgotten));
      else terminal.out(`Deleted for good: ${sentence(forgotten)}. Backups still hold it until they expire.`);
      return 0;
    } finally {
      await store.close();
    }
  },
};

function whomOf(word: string): Whom {
  const url = parseUrl(word);
  if (url.ok) return { url: url.url.href };
  const host = parseUrl(`http://${word}/`);
  if (host.ok && !/[/:?#@]/.test(word) && word.includes('.')) return { host: host.url.hostname };
  throw new HearbackError('usage', `"${word}" is neither a web address nor the name of a host like bob.example.`);
}

function isOf(whom: Whom, host: string): boolean {
  const theirs = 'host' in whom ? whom.host : new URL(whom.url).hostname;
  return host === theirs || ('host' in whom && host.endsWith(`.${theirs}`));
}

function sentence(counts: Readonly<Record<keyof typeof COUNTED, number>>): string {
  return (Object.entries(COUNTED) as [keyof typeof COUNTED, string][])
    .map(([key, one]) => `${counts[key]} ${counts[key] === 1 ? one : key}`)
    .join(', ');
}
