import type { ModerationState } from '../mention.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';

function decision(name: string, to: ModerationState, summary: string): Command {
  return {
    name,
    usage: 'ID… [--json]',
    summary,
    options: { ...STORE_OPTIONS, ...JSON_OPTION },
    words: [1, 1000],
    async run({ flags, words, terminal, config }) {
      const { openDesk } = await import('../compose/desk.ts');
      const { desk, close } = await openDesk(readCommandConfig(config));
      try {
        const decided = await desk.moderate(words, to);
        const known = new Set(decided.map(({ id }) => id));
        const unknown = words.filter((id) => !known.has(id));
        if (flags.json) terminal.out(json(decided));
        else for (const { id, moderation } of decided) terminal.out(`${id}  ${moderation}`);
        for (const id of unknown) terminal.err(`hearback: There is no mention with the id ${id}.`);
        return unknown.length > 0 ? 1 : 0;
      } finally {
        await close();
      }
    },
  };
}

export const approve = decision('approve', 'approved', 'Shows mentions to readers, once their link is verified.');
export const reject = decision('reject', 'rejected', 'Keeps mentions from readers.');
export const spam = decision('spam', 'spam', 'Calls mentions spam.');
