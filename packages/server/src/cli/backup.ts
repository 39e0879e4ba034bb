import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';
import { showProgress } from './progress.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE [--verify] [--json]',
  summary: 'Copies the store to a file, also beside a running server; --verify reads a copy and says what is in it.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION, verify: { type: 'boolean' } },
  words: [1, 1],
  async run({ flags, words: [file = ''], terminal, config }) {
    if (file === '') throw new HearbackError('usage', `Usage: hearback backup ${backup.usage}`);
    const { backUp, verifyBackup } = await import('../compose/store.ts');
    // Until the copy is checked: reading it all again takes as long as writing it.
    const progress = showProgress(terminal);
    const checked = flags.verify
      ? verifyBackup(file)
      : await backUp(readCommandConfig(config), file, (copied, pages) =>
          progress.say(`${Math.floor((100 * copied) / Math.max(1, pages))} % copied`),
        );
    progress.end();
    const { schema, mentions } = checked;
    if (flags.json) terminal.out(json({ file, schema, mentions }));
    else
      terminal.out(`${file}: whole, with ${mentions} ${mentions === 1 ? 'mention' : 'mentions'} (schema ${schema}).`);
    return 0;
  },
};
