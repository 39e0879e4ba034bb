import { HearbackError, messageOf } from '../errors.ts';
import { type LogCounts, readLog } from '../inbound/read-log.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { linesOf } from './lines.ts';
import { bytesOf, requireReadable } from './named-file.ts';
import { json } from './output.ts';
import { showProgress } from './progress.ts';

export const refback: Command = {
  name: 'refback',
  usage: 'FILE|- [--site URL] [--json] [--data DIR]',
  summary:
    'Reads an access log (common or combined format, "-" is standard input) and tells the inbox of every page elsewhere that sent a visitor. A running server, or the next one, verifies what was told.',
  options: { ...STORE_OPTIONS, ...NETWORK_OPTIONS, ...SITE_OPTIONS, ...JSON_OPTION },
  words: [1, 1],
  async run({ flags, words: [file = ''], terminal, config }) {
    // Before the store is opened: a mistyped name must not leave a new one behind.
    await requireReadable(file, unreadable);
    const { openReferrals } = await import('../compose/referrals.ts');
    const opened = await openReferrals(readCommandConfig(config));
    const progress = showProgress(terminal);
    try {
      if (opened.sites.length === 0)
        throw new HearbackError(
          'usage',
          'There is no site to be linked to: name it, as in --site https://example.org.',
        );
      const counts = await readLog(linesOf(bytesOf(file, unreadable)), {
        ...opened,
        signal: terminal.signal,
        onProgress: (sofar) => progress.say(sentence(sofar)),
      });
      progress.end();
      terminal.out(flags.json ? json(counts) : sentence(counts));
      if (terminal.signal.aborted) terminal.err('hearback: Stopped before the end of the log.');
      return terminal.signal.aborted ? 1 : 0;
    } finally {
      progress.end();
      await opened.close();
    }
  },
};

function sentence({ lines, hits, told, skipped, repeated, waiting, unreadable }: LogCounts): string {
  const more = [
    repeated > 0 && `${repeated} repeated`,
    waiting > 0 && `${waiting} from a site that hides its pages`,
    unreadable > 0 && `${unreadable} lines unreadable`,
  ].filter(Boolean);
  const counts = `${lines} lines, ${hits} hits, ${told} told, ${skipped} skipped`;
  return more.length > 0 ? `${counts} (${more.join(', ')}).` : `${counts}.`;
}

function unreadable(file: string, error: unknown): HearbackError {
  return new HearbackError('storage', `The log ${file} cannot be read: ${messageOf(error)}`, { cause: error });
}
