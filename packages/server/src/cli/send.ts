import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { deliveryLine, json } from './output.ts';
import { showProgress } from './progress.ts';

export const send: Command = {
  name: 'send',
  usage: 'URL… [--wait SECONDS] [--resume] [--dry-run] [--json] [--site URL]… [--data DIR]',
  summary:
    'Tells everyone that a page of yours links to, and reports each outcome. What is not done in time goes on with the next run or a running server.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...SITE_OPTIONS,
    ...JSON_OPTION,
    'dont-tell': { type: 'string', multiple: true },
    wait: { type: 'string', default: '30' },
    resume: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  words: [0, 1000],
  async run({ flags, words, terminal, config }) {
    const seconds = Number(flags.wait);
    if (!(seconds >= 0)) throw new HearbackError('usage', `--wait "${flags.wait}" is not a number of seconds.`);
    if (words.length === 0 && !flags.resume)
      throw new HearbackError('usage', 'Name the page to announce: hearback send https://your.site/post');
    const urls = words.map((text) => webAddress(text, 'URL').href);
    const { openSender } = await import('../compose/sender.ts');
    const looking = flags['dry-run'] === true;
    if (looking && flags.resume)
      throw new HearbackError('usage', '--dry-run only looks and --resume tells: name one of them.');
    const { sender, close } = await openSender(readCommandConfig(config), urls, { looking });
    const progress = showProgress(terminal);
    try {
      const report = await sender.send(urls, {
        waitMs: seconds * 1000,
        resume: flags.resume === true,
        dryRun: looking,
        onProgress: progress.update,
      });
      progress.end();
      for (const line of [...report.problems, ...report.warnings]) terminal.err(`hearback: ${line}`);
      if (flags.json) terminal.out(json(report.deliveries));
      else for (const delivery of report.deliveries) terminal.out(deliveryLine(delivery));
      // A link that could not be told is handled: its outcome is on record. A page that could not be read is not.
      return report.problems.length > 0 ? 1 : 0;
    } finally {
      progress.end();
      await close();
    }
  },
};
