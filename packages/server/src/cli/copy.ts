import { counted } from '../counted.ts';
import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION } from './command.ts';
import { json } from './output.ts';
import { showProgress } from './progress.ts';

export const copy: Command = {
  name: 'copy',
  usage: '--from DIR|postgres://… --to postgres://…|DIR [--json]',
  summary:
    'Copies a whole store into an empty one, between the folder of the embedded database and PostgreSQL, either way; what the source is told after the beginning stays behind.',
  options: { ...JSON_OPTION, from: { type: 'string' }, to: { type: 'string' } },
  words: [0, 0],
  async run({ flags, terminal }) {
    const { from, to } = flags;
    if (typeof from !== 'string' || typeof to !== 'string' || from === '' || to === '')
      throw new HearbackError('usage', `Usage: hearback copy ${copy.usage}`);
    const { copyBetween } = await import('../compose/copy.ts');
    const progress = showProgress(terminal);
    try {
      const copied = await copyBetween(from, to, ({ table, done, total }) =>
        progress.say(`${table}: ${done} of ${total} rows`),
      );
      progress.end();
      if (flags.json) {
        terminal.out(json({ from: copied.from, to: copied.to, rows: Object.fromEntries(copied.rows) }));
        return 0;
      }
      for (const [table, rows] of copied.rows) if (rows > 0) terminal.out(`${table}: ${counted(rows, 'row')}`);
      const all = [...copied.rows.values()].reduce((sum, rows) => sum + rows, 0);
      terminal.out(`Copied ${counted(all, 'row')} from ${copied.from} to ${copied.to}, counted on both sides.`);
      return 0;
    } catch (error) {
      progress.end();
      throw error;
    }
  },
};
