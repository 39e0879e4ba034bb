import { type Actor, type ApiToken, type Membership, may, SCOPES, type Scope, scopesWith } from './access.ts';
import type { Clock, Random, Tables } from './ports/index.ts';

/** What every token of ours begins with, so that scanners for leaked secrets find it. */
export const TOKEN_PREFIX = 'hb_';

/** More are not made for one site, or for all at once: each is a door, and a forgotten one stands open. */
export const MOST_TOKENS = 100;

export type NewToken = Pick<ApiToken, 'name' | 'scopes' | 'site' | 'maker'>;

/** A token with the scopes that are left of it. */
export interface LiveToken extends ApiToken {
  /** With which it was made: what may stand in an address is told by these, for the others can come back. */
  readonly made: readonly Scope[];
}

/**
 * What a token opens at this moment: never more than whoever made it may do. It is asked for at each use, so nobody has to
 * think of tokens when a role is changed; `undefined` when nothing is left.
 */
export async function liveToken({ members }: Pick<Tables, 'members'>, token: ApiToken): Promise<LiveToken | undefined> {
  const { maker, site, scopes: made } = token;
  if (maker === undefined) return { ...token, made };
  const covered = scopesWith(await members.of(maker), site);
  const scopes = made.filter((scope) => covered.includes(scope));
  return scopes.length > 0 ? { ...token, scopes, made } : undefined;
}

/** Whether somebody may make such a token; and so may see one that is there, and revoke it. */
export function mayGive(
  memberships: readonly Membership[],
  { site, scopes }: Pick<ApiToken, 'site' | 'scopes'>,
): boolean {
  const covered = scopesWith(memberships, site);
  return may(memberships, 'change', site) && scopes.every((scope) => covered.includes(scope));
}

interface TokenDeps {
  readonly store: Pick<Tables, 'tokens' | 'audit'>;
  readonly clock: Clock;
  readonly random: Random;
  /** What the store keeps of a secret. */
  readonly hashSecret: (secret: string) => string;
}

/**
 * With what those sign who cannot send the token itself. It is made of what the store keeps of the token, so that it need
 * not be kept, and is good for hooks only: whoever reads the store could have a listing looked at, and nothing else.
 */
export function signingSecret({ tokenHash }: Pick<ApiToken, 'tokenHash'>, hashSecret: TokenDeps['hashSecret']): string {
  return `hbs_${hashSecret(`signs hooks: ${tokenHash}`)}`;
}

/** The words that are scopes, each once; `undefined` when there is none, or a word that is none. */
export function readScopes(words: readonly string[]): readonly Scope[] | undefined {
  const known = SCOPES.filter((scope) => words.includes(scope));
  return known.length > 0 && words.every((word) => SCOPES.includes(word as Scope)) ? known : undefined;
}

/**
 * Makes a token; `secret` is what its holder sends, and is nowhere kept. `undefined` when there are too many.
 */
export async function addToken(
  { store, clock, random, hashSecret }: TokenDeps,
  { name, scopes, site, maker }: NewToken,
  actor: Actor,
): Promise<{ readonly token: ApiToken; readonly secret: string } | undefined> {
  if ((await store.tokens.list({ site: site ?? 'house' })).length >= MOST_TOKENS) return undefined;
  const secret = `${TOKEN_PREFIX}${random.secret()}`;
  const at = clock.now();
  const token = {
    id: random.id(),
    tokenHash: hashSecret(secret),
    name,
    scopes,
    site,
    maker,
    createdAt: at,
    lastUsedAt: undefined,
  };
  await store.tokens.add(token);
  const detail = `${name}: ${scopes.join(', ')}${site === undefined ? '' : ` for ${site}`}`;
  const entry = {
    at,
    by: actor.name,
    address: actor.address,
    action: 'token added',
    subject: token.id,
    detail,
  } as const;
  await store.audit.add([entry]);
  return { token, secret };
}

/** From now on it opens nothing; `undefined` for an unknown id. */
export async function revokeToken(
  { store, clock }: Pick<TokenDeps, 'store' | 'clock'>,
  id: string,
  actor: Actor,
): Promise<ApiToken | undefined> {
  const token = await store.tokens.byId(id);
  if (!token || !(await store.tokens.revoke(id))) return undefined;
  const entry = {
    by: actor.name,
    address: actor.address,
    action: 'token revoked',
    subject: id,
    detail: token.name,
  } as const;
  await store.audit.add([{ at: clock.now(), ...entry }]);
  return token;
}
