import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { deliveryLine, json } from './output.ts';
import { showProgress } from './progress.ts';

export const resend: Command = {
  name: 'resend',
  usage: 'ID… | --failed [--wait SECONDS] [--json] [--data DIR]',
  summary: 'Tells again what was told or could not be told: deliveries by their ids, or all that failed.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...JSON_OPTION,
    failed: { type: 'boolean', default: false },
    wait: { type: 'string', default: '30' },
  },
  words: [0, 1000],
  async run({ flags, words, terminal, config }) {
    const seconds = Number(flags.wait);
    if (!(seconds >= 0)) throw new HearbackError('usage', `--wait "${flags.wait}" is not a number of seconds.`);
    if ((words.length === 0) !== (flags.failed === true))
      throw new HearbackError('usage', 'Name deliveries by their ids, or say --failed for all that failed.');
    const { openSender } = await import('../compose/sender.ts');
    const { sender, resend: again, close } = await openSender(readCommandConfig(config), []);
    const progress = showProgress(terminal);
    try {
      const rows = await again(flags.failed ? { failedOf: undefined } : { ids: words }, 'the command line');
      const known = new Set(rows.map(({ id }) => id));
      for (const id of words.filter((word) => !known.has(word)))
        terminal.err(`hearback: There is no delivery with the id ${id}, or it waits for its turn already.`);
      const sources = [...new Set(rows.map(({ source }) => source))];
      const options = { waitMs: seconds * 1000, resume: true, onProgress: progress.update };
      const report = sources.length === 0 ? { deliveries: [] } : await sender.send(sources, options);
      progress.end();
      const told = report.deliveries.filter(({ id }) => id !== null && known.has(id));
      if (flags.json) terminal.out(json(told));
      else for (const delivery of told) terminal.out(deliveryLine(delivery));
      return words.some((id) => !known.has(id)) ? 1 : 0;
    } finally {
      progress.end();
      await close();
    }
  },
};
