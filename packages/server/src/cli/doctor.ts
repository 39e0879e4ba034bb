import { type Command, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine } from './output.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: 'URL [--json] [--allow-network CIDR[:PORT]]',
  summary: 'Looks whether those you link to would take a page of yours for a source, and says what to mend.',
  options: { ...STORE_OPTIONS, ...NETWORK_OPTIONS, ...JSON_OPTION },
  words: [1, 1],
  async run({ flags, words: [text = ''], terminal, config }) {
    const url = webAddress(text, 'URL');
    const { openReading } = await import('../compose/reading.ts');
    const reading = openReading(readCommandConfig(config));
    try {
      const examination = await reading.examine(url);
      if (flags.json) terminal.out(json(examination));
      else for (const { level, message } of examination.findings) terminal.out(`${level}: ${oneLine(message)}`);
      if (!flags.json && examination.findings.length === 0) terminal.out('Nothing speaks against the page.');
      return examination.findings.some(({ level }) => level === 'problem') ? 1 : 0;
    } finally {
      await reading.close();
    }
  },
};
