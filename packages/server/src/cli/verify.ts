import { PROTOCOLS } from '@hearback/protocol';
import { HearbackError } from '../errors.ts';
import type { Verification } from '../inbound/verification.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine } from './output.ts';

export const verify: Command = {
  name: 'verify',
  usage: `SOURCE TARGET [--protocol ${PROTOCOLS.join('|')}] [--site URL]… [--json] [--allow-network CIDR[:PORT]]`,
  summary:
    'Looks whether a page links to another, as it is looked at when a pingback (or what --protocol names) arrives. Stores nothing.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...SITE_OPTIONS,
    ...JSON_OPTION,
    protocol: { type: 'string', default: 'pingback' },
  },
  words: [2, 2],
  async run({ flags, words: [source = '', target = ''], terminal, config }) {
    const protocol = PROTOCOLS.find((known) => known === flags.protocol);
    if (protocol === undefined)
      throw new HearbackError('usage', `--protocol "${flags.protocol}" is none of ${PROTOCOLS.join(', ')}.`);
    const [from, to] = [webAddress(source, 'SOURCE'), webAddress(target, 'TARGET')];
    const { openReading } = await import('../compose/reading.ts');
    const reading = openReading(readCommandConfig(config));
    try {
      const seen = await reading.look(from.href, isAscii(target) ? target : to.href, protocol);
      if (flags.json) terminal.out(json(verificationJson(seen)));
      else terminal.out(`${seen.result}: ${oneLine(seen.reason)}${'poison' in seen ? POISON_HINT : ''}`);
      return 0;
    } finally {
      await reading.close();
    }
  },
};

/** Then it is compared as it was given, as a notification's is. */
function isAscii(text: string): boolean {
  return /^[!-~]*$/.test(text);
}

/** Of a page that ended its reader. */
const POISON_HINT = ' A received one is tried three times, and then set aside.';

function verificationJson(seen: Verification) {
  const nothing = { result: seen.result, reason: seen.reason, level: null, links: [], entry: null, facts: null };
  if (seen.result !== 'linked') return { ...nothing, facts: 'facts' in seen ? (seen.facts ?? null) : null };
  const { level, links, entry, facts } = seen.reading;
  return {
    ...nothing,
    level: level ?? null,
    links: links.map(({ href, anchor, rel, place }) => ({ href, anchor, rel, place: place ?? null })),
    entry,
    facts,
  };
}
