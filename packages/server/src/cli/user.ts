import { HearbackError } from '../errors.ts';
import { type Command, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';

export const user: Command = {
  name: 'user',
  usage: 'list | add | link NAME  [--json] [--public-url URL]',
  summary:
    'Who may sit at the desk. "add" prints a one-time link to become another owner, "link" one to choose a new password: it works when you forgot yours, and while somebody’s guessing keeps you out.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION, 'public-url': { type: 'string' } },
  words: [1, 2],
  async run({ flags, words: [verb = '', name], terminal, config }) {
    if (!['list', 'add', 'link'].includes(verb) || (verb === 'link') !== (name !== undefined))
      throw new HearbackError('usage', `Usage: hearback user ${user.usage}`);
    const checked = readCommandConfig(config);
    const { openAccess } = await import('../compose/access.ts');
    const access = await openAccess(checked);
    try {
      if (verb === 'list') {
        const owners = await access.store.owners.list();
        const rows = owners.map(({ id, name, createdAt }) => ({
          id,
          name,
          createdAt: new Date(createdAt).toISOString(),
        }));
        if (flags.json) terminal.out(json(rows));
        else for (const row of rows) terminal.out(`${row.name}  since ${row.createdAt}`);
        return 0;
      }
      const path = await access.link(name);
      if (path === undefined)
        throw new HearbackError('unknown-id', `There is no owner called ${name}. "hearback user list" shows them.`);
      const url = `${checked.publicUrl ?? `http://${checked.host}:${checked.port}`}${path}`;
      terminal.out(flags.json ? json({ url }) : url);
      terminal.err('It works once, for an hour; an older link is good no more.');
      return 0;
    } finally {
      await access.close();
    }
  },
};
