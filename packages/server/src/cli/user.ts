import { type Membership, ROLES } from '../access.ts';
import { HearbackError } from '../errors.ts';
import { siteId } from '../site.ts';
import { type Command, type Flags, JSON_OPTION, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine } from './output.ts';

export const user: Command = {
  name: 'user',
  usage: 'list | add [--role owner|moderator|reader] [--site URL] | link NAME  [--json] [--public-url URL]',
  summary:
    'Who may sit at the desk. "add" prints a one-time link to become another owner, or what --role says on the site that --site names; "link" one to choose a new password: it works when you forgot yours, and while somebody’s guessing keeps you out.',
  options: {
    ...STORE_OPTIONS,
    ...JSON_OPTION,
    'public-url': { type: 'string' },
    role: { type: 'string' },
    site: { type: 'string' },
  },
  words: [1, 2],
  async run({ flags, words: [verb = '', name], terminal, config }) {
    if (!['list', 'add', 'link'].includes(verb) || (verb === 'link') !== (name !== undefined))
      throw new HearbackError('usage', `Usage: hearback user ${user.usage}`);
    const membership = verb === 'add' ? readMembership(flags) : undefined;
    // These flags say who is to have which role where: neither a role of this process nor a site to add.
    const checked = readCommandConfig({ ...config, role: undefined, sites: [] });
    const { openAccess } = await import('../compose/access.ts');
    const access = await openAccess(checked);
    try {
      if (verb === 'list') {
        const [owners, memberships] = await Promise.all([access.store.owners.list(), access.store.members.all()]);
        const rows = owners.map(({ id, name, createdAt }) => ({
          id,
          name,
          createdAt: new Date(createdAt).toISOString(),
          roles: (memberships.get(id) ?? []).map(({ role, site = null }) => ({ role, site })),
        }));
        if (flags.json) terminal.out(json(rows));
        else
          for (const { name, createdAt, roles } of rows) {
            const may = roles.map(({ role, site }) => `${role} of ${site ?? 'all sites'}`).join(', ');
            terminal.out(`${oneLine(name)}  ${may || 'may nothing'}  since ${createdAt}`);
          }
        return 0;
      }
      if (membership?.site !== undefined && !(await access.store.sites.byId(membership.site)))
        throw new HearbackError(
          'unknown-id',
          `There is no site ${flags.site} in this store. "hearback site list" shows them.`,
        );
      const path = membership ? await access.invite(membership) : await access.link(name);
      if (path === undefined)
        throw new HearbackError('unknown-id', `There is no owner called ${name}. "hearback user list" shows them.`);
      const url = `${checked.publicUrl ?? `http://${checked.host}:${checked.port}`}${path}`;
      terminal.out(flags.json ? json({ url }) : url);
      terminal.err(`It works once, for an hour${membership ? '' : '; an older link is good no more'}.`);
      return 0;
    } finally {
      await access.close();
    }
  },
};

/** What `--role` and `--site` ask for; `undefined` for an owner of everything, as without them. */
function readMembership({ role = 'owner', site }: Flags): Membership | undefined {
  const known = ROLES.find((one) => one === role);
  if (!known) throw new HearbackError('usage', `--role "${role}" is none: take one of ${ROLES.join(', ')}.`);
  if (known === 'owner' && site === undefined) return undefined;
  return { role: known, site: site === undefined ? undefined : siteId(webAddress(String(site), '--site')) };
}
