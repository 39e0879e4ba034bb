import { SCOPES, type Scope } from '../access.ts';
import type { Access } from '../compose/access.ts';
import { HearbackError } from '../errors.ts';
import { siteId } from '../site.ts';
import { liveToken, MOST_TOKENS, readScopes } from '../tokens.ts';
import { type Command, type Flags, JSON_OPTION, STORE_OPTIONS, type Terminal } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json, oneLine } from './output.ts';

export const token: Command = {
  name: 'token',
  usage: 'add NAME --scope SCOPE… [--site URL] | list | secret ID | revoke ID  [--json]',
  summary: `Tokens by which programs use the API. A scope is ${SCOPES.join(', ')}; the token itself is shown once.`,
  options: {
    ...STORE_OPTIONS,
    ...JSON_OPTION,
    scope: { type: 'string', multiple: true },
    site: { type: 'string' },
  },
  words: [1, 2],
  async run({ flags, words: [given = '', word], terminal, config }) {
    const verb = given === 'create' ? 'add' : given;
    if (!['add', 'list', 'secret', 'revoke'].includes(verb) || (verb === 'list') !== (word === undefined))
      throw new HearbackError('usage', `Usage: hearback token ${token.usage}`);
    const words = [flags.scope ?? []].flat().flatMap((text) => String(text).split(','));
    const scopes = readScopes(words);
    if (verb === 'add' && !scopes)
      throw new HearbackError('usage', `Say what it may do: --scope ${SCOPES.join(', --scope ')}.`);
    const url = flags.site === undefined ? undefined : webAddress(String(flags.site), '--site');
    const checked = readCommandConfig({ ...config, sites: [] });
    const { openAccess } = await import('../compose/access.ts');
    const access = await openAccess(checked);
    try {
      if (verb === 'add') await add(access, { name: word ?? '', scopes: scopes ?? [], url }, terminal, flags);
      else if (verb === 'revoke') await revoke(access, word ?? '', terminal, flags);
      else if (verb === 'secret') await showSecret(access, word ?? '', terminal, flags);
      else await show(access, terminal, flags);
      return 0;
    } finally {
      await access.close();
    }
  },
};

interface Wanted {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly url: URL | undefined;
}

async function add(access: Access, { name, scopes, url }: Wanted, terminal: Terminal, flags: Flags): Promise<void> {
  const site = url && siteId(url);
  if (site !== undefined && !(await access.store.sites.byId(site)))
    throw new HearbackError(
      'unknown-id',
      `There is no site ${url?.href} in this store. "hearback site list" shows them.`,
    );
  const made = await access.addToken({ name, scopes, site, maker: undefined });
  if (!made) throw new HearbackError('usage', `There are ${MOST_TOKENS} tokens already: revoke one first.`);
  terminal.out(flags.json ? json({ id: made.token.id, token: made.secret }) : made.secret);
  terminal.err('Keep it now: it is not shown again.');
}

async function revoke(access: Access, id: string, terminal: Terminal, flags: Flags): Promise<void> {
  const revoked = await access.revokeToken(id);
  if (!revoked) throw new HearbackError('unknown-id', `There is no token with the id ${id}.`);
  terminal.out(flags.json ? json({ id }) : `${id}  revoked`);
}

/** For services that sign what they send and cannot send a token. */
async function showSecret(access: Access, id: string, terminal: Terminal, flags: Flags): Promise<void> {
  const secret = await access.signingSecret(id);
  if (!secret) throw new HearbackError('unknown-id', `There is no token with the id ${id}.`);
  terminal.out(flags.json ? json({ id, secret }) : secret);
}

async function show({ store }: Access, terminal: Terminal, flags: Flags): Promise<void> {
  const rows = await Promise.all(
    (await store.tokens.list()).map(async (token) => ({
      id: token.id,
      name: token.name,
      scopes: token.scopes,
      // What is left of them, when whoever made it may do less by now.
      opens: (await liveToken(store, token))?.scopes ?? [],
      site: token.site ?? null,
      maker: token.maker === undefined ? null : ((await store.owners.byId(token.maker))?.name ?? token.maker),
      createdAt: new Date(token.createdAt).toISOString(),
      lastUsedAt: token.lastUsedAt === undefined ? null : new Date(token.lastUsedAt).toISOString(),
    })),
  );
  if (flags.json) terminal.out(json(rows));
  else if (rows.length === 0) terminal.out('There is no token.');
  for (const { id, name, opens, site, maker, lastUsedAt } of flags.json ? [] : rows)
    terminal.out(
      [
        ...[id, oneLine(name), opens.join(',') || 'nothing, for its maker may do nothing', site ?? 'all sites'],
        ...(maker === null ? [] : [`made by ${oneLine(maker)}`]),
        `last used ${lastUsedAt ?? 'never'}`,
      ].join('  '),
    );
}
