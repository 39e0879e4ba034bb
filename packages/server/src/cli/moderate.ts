import type { Desk } from '../inbound/desk.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';

type Decided = ReturnType<Desk['moderate']>;

function decision(name: string, decide: (desk: Desk, ids: readonly string[]) => Decided, summary: string): Command {
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
        const decided = await decide(desk, words);
        const known = new Set(decided.map(({ id }) => id));
        const unknown = words.filter((id) => !known.has(id));
        if (flags.json) terminal.out(json(decided));
        else for (const { id, moderation } of decided) terminal.out(`${id}  ${moderation}`);
        for (const id of unknown)
          terminal.err(
            `hearback: There is no mention with the id ${id}${name === 'undo' ? ', or nothing was decided about it' : ''}.`,
          );
        return unknown.length > 0 ? 1 : 0;
      } finally {
        await close();
      }
    },
  };
}

export const approve = decision(
  'approve',
  (desk, ids) => desk.moderate(ids, 'approved'),
  'Shows mentions to readers, once their link is verified.',
);
export const reject = decision('reject', (desk, ids) => desk.moderate(ids, 'rejected'), 'Keeps mentions from readers.');
export const spam = decision('spam', (desk, ids) => desk.moderate(ids, 'spam'), 'Calls mentions spam.');
export const hold = decision(
  'hold',
  (desk, ids) => desk.moderate(ids, 'pending'),
  'Puts mentions back into the queue.',
);
export const undo = decision('undo', (desk, ids) => desk.undo(ids), 'Takes the last decision about mentions back.');
