import type { Context } from 'hono';
import type { Scope } from '../../access.ts';
import { type LiveToken, liveToken, TOKEN_PREFIX } from '../../tokens.ts';
import type { WebDeps } from '../deps.ts';
import { hashSecret } from '../session/secret.ts';
import { refusal } from './reply.ts';

/** That a token is in use is kept to the minute: a read need not be a write. */
const TOUCH_MS = 60_000;
/** `hb_` and 43 characters; what is longer is not hashed. */
const SECRET = `${TOKEN_PREFIX}[\\w-]{43}`;
const SHAPE = new RegExp(`^Bearer +(${SECRET})$`, 'i');
const BARE = new RegExp(`^${SECRET}$`);

export type Admission =
  | { readonly ok: true; readonly token: LiveToken }
  | { readonly ok: false; readonly response: Response };

/**
 * Lets a request in by its `Authorization` header alone: no cookie is read, so no page of a stranger can use one. The
 * hash is looked up, not compared, so the time of it tells nothing about a token.
 */
export function createBearer({ store, clock }: Pick<WebDeps, 'store' | 'clock'>) {
  /** @param scopes any one of them is enough */
  return async (c: Context, ...scopes: readonly Scope[]): Promise<Admission> => {
    const params = new URL(c.req.url).searchParams;
    if (params.has('token') || params.has('access_token'))
      return unauthorized('A token is sent as a header, "Authorization: Bearer hb_…", and never stands in an address.');
    const secret = SHAPE.exec(c.req.header('authorization') ?? hookToken(c))?.[1];
    const token = await findToken({ store, clock }, secret);
    if (!token) return unauthorized('This needs a token: "Authorization: Bearer hb_…". Make one at /admin/tokens.');
    if (!scopes.some((scope) => token.scopes.includes(scope))) {
      const description = `This token may not do that: it needs the scope ${scopes.join(' or ')}.`;
      return { ok: false, response: refusal(403, 'insufficient_scope', description) };
    }
    return { ok: true, token };
  };
}

/** The token of a secret, with what is left of it; that it was used is noted. `undefined` for what is none, or opens nothing. */
export async function findToken(
  { store, clock }: Pick<WebDeps, 'store' | 'clock'>,
  secret: string | undefined,
): Promise<LiveToken | undefined> {
  const known = BARE.test(secret ?? '') ? await store.tokens.byHash(hashSecret(secret ?? '')) : undefined;
  const token = known && (await liveToken(store, known));
  const now = clock.now();
  if (token && now - (token.lastUsedAt ?? 0) >= TOUCH_MS) await store.tokens.touch(token.id, now);
  return token;
}

/** Cloudflare's notifications carry their secret in a header of their own. */
function hookToken(c: Context): string {
  const secret = c.req.path === '/api/send' ? c.req.header('cf-webhook-auth') : undefined;
  return secret === undefined ? '' : `Bearer ${secret}`;
}

function unauthorized(description: string): Admission {
  const response = refusal(401, 'unauthorized', description);
  response.headers.set('WWW-Authenticate', 'Bearer realm="hearback"');
  return { ok: false, response };
}
