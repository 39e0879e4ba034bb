import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';

export const blocklist: Command = {
  name: 'blocklist',
  usage: 'add URL|FILE | list | remove ID  [--json]',
  summary: 'Lists of blocked domains that others keep. A running server reads them, and again every day.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION },
  words: [1, 2],
  async run({ flags, words: [verb = '', what], terminal, config }) {
    if (!['add', 'list', 'remove'].includes(verb) || (verb === 'list') !== (what === undefined))
      throw new HearbackError('usage', `Usage: hearback blocklist ${blocklist.usage}`);
    const [{ openStore }, { subscribe }, { systemClock, systemRandom }] = await Promise.all([
      import('../compose/store.ts'),
      import('../compose/judging.ts'),
      import('../system.ts'),
    ]);
    const store = await openStore(readCommandConfig(config));
    try {
      if (verb === 'add' && what !== undefined) {
        const id = await subscribe(store, what, { clock: systemClock, random: systemRandom });
        if (!id) throw new HearbackError('usage', `The list ${what} is subscribed to already.`);
      }
      if (verb === 'remove' && what !== undefined && !(await store.blockLists.remove(what)))
        throw new HearbackError(
          'unknown-id',
          `There is no list with the id ${what}. "hearback blocklist list" shows them.`,
        );
      const lists = await store.blockLists.list();
      if (flags.json) terminal.out(json(lists));
      else
        for (const one of lists)
          terminal.out(
            `${one.id}  ${one.address}  ${one.checkedAt === undefined ? 'not read yet' : `${one.entries} domains`}${one.problem && `; ${one.problem}`}`,
          );
      return 0;
    } finally {
      await store.close();
    }
  },
};
