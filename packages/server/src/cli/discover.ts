import { type Command, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json } from './output.ts';

export const discover: Command = {
  name: 'discover',
  usage: 'URL [--json] [--allow-network CIDR[:PORT]]',
  summary: 'Finds where a page wants to be told about links to it. Tells nobody.',
  options: { ...STORE_OPTIONS, ...NETWORK_OPTIONS, ...JSON_OPTION },
  words: [1, 1],
  async run({ flags, words: [text = ''], terminal, config }) {
    const url = webAddress(text, 'URL');
    const [{ openReading }, { discover: find }] = await Promise.all([
      import('../compose/reading.ts'),
      import('@hearback/protocol'),
    ]);
    const reading = openReading(readCommandConfig(config));
    try {
      const found = await find(reading.http, url.href);
      if ('failure' in found) {
        const nothing = { url: url.href, finalUrl: null, endpoints: [], chosen: null, reason: found.failure.reason };
        if (flags.json) terminal.out(json(nothing));
        else terminal.err(`hearback: ${found.failure.reason}`);
        return 1;
      }
      if (flags.json) terminal.out(json({ ...found, chosen: found.chosen ?? null }));
      else for (const line of linesOf(found.endpoints, found.reason)) terminal.out(line);
      return 0;
    } finally {
      await reading.close();
    }
  },
};

function* linesOf(
  endpoints: readonly { protocol: string; url: string; via: string; lenient: boolean }[],
  reason: string,
): Generator<string> {
  for (const { protocol, url, via, lenient } of endpoints)
    yield `${protocol}  ${url}  (by ${via}${lenient ? ', not as the specification wants it' : ''})`;
  yield reason;
}
