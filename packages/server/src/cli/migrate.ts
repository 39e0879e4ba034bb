import { type Command, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';

export const migrate: Command = {
  name: 'migrate',
  usage: '[--database postgres://… | --data DIR]',
  summary:
    'Brings the tables of a store up to this version, which "serve" does too; for when the server itself may not change them.',
  options: STORE_OPTIONS,
  words: [0, 0],
  async run({ terminal, config }) {
    const { migrateStore } = await import('../compose/store.ts');
    const { where, before, now } = await migrateStore(readCommandConfig(config));
    const done =
      before === now
        ? `is up to date`
        : before === undefined
          ? 'was empty and has its tables now'
          : before > now
            ? `has the schema of a newer Hearback (${before}), which this program can work with, and was left as it is`
            : `was brought up to date from schema ${before}`;
    terminal.out(`${where} ${done} (schema ${now}).`);
    return 0;
  },
};
