import { counted } from '../counted.ts';
import { HearbackError } from '../errors.ts';
import { type LogCounts, readLog } from '../inbound/read-log.ts';
import { type Command, JSON_OPTION, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { linesOf } from './lines.ts';
import { bytesOf, requireReadable } from './named-file.ts';
import { json } from './output.ts';
import { showProgress } from './progress.ts';
import { unpacked } from './unpacked.ts';

export const refback: Command = {
  name: 'refback',
  usage: 'FILE|- [--site URL] [--json] [--data DIR]',
  summary:
    'Reads an access log (common or combined format, also packed with gzip; "-" is standard input) and tells the inbox of every page elsewhere that sent a visitor. A running server, or the next one, verifies what was told.',
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
      const counts = await readLog(linesOf(unpacked(bytesOf(file, unreadable), (cause) => broken(file, cause))), {
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
  // Those of a pair that was told already are hits, and none of the lines that are skipped.
  const of = [
    `${told} told`,
    repeated > 0 && `${repeated} repeated`,
    waiting > 0 && `${waiting} from a site that hides its pages`,
  ].filter(Boolean);
  const left = unreadable > 0 ? `${skipped} skipped, ${unreadable} of them unreadable` : `${skipped} skipped`;
  return `${counted(lines, 'line')}: ${counted(hits, 'hit')} (${of.join(', ')}), ${left}.`;
}

function unreadable(file: string, why: string, cause: unknown): HearbackError {
  return new HearbackError('storage', `The log ${file} cannot be read: ${why}`, { cause });
}

function broken(file: string, cause: unknown): HearbackError {
  return unreadable(file, 'it is packed with gzip, and broken or cut off. What was told until then is kept.', cause);
}
