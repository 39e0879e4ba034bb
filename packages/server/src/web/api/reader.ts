import type { Context } from 'hono';
import type { ApiToken } from '../../access.ts';
import type { WebDeps } from '../deps.ts';
import { findToken } from '../owner-api/bearer.ts';

/** Who asks: anybody, or whoever holds a token; or why not even what is public is answered. */
export type Reader =
  | { readonly ok: true; readonly token: ApiToken | undefined }
  | { readonly ok: false; readonly description: string };

/**
 * Webmention.io's clients put their token into the address, where logs, proxies and browser histories keep it. So one
 * that may do more than read is no token there; in the header each that may read is one.
 */
export async function readerOf(c: Context, deps: Pick<WebDeps, 'store' | 'clock'>): Promise<Reader> {
  const params = new URL(c.req.url).searchParams;
  const inAddress = params.get('token') ?? params.get('access_token');
  const header = c.req.header('authorization');
  if (header === undefined && inAddress === null) return { ok: true, token: undefined };
  const secret = header === undefined ? inAddress : /^Bearer +(\S+)$/i.exec(header)?.[1];
  const token = await findToken(deps, secret ?? undefined);
  if (!token)
    return refused(
      'Access token was not valid. Public mentions need none: leave it out and name a target or a domain.',
    );
  if (header === undefined && token.made.some((scope) => scope !== 'read'))
    return refused('A token in an address may only read, and this one may do more: make one for reading alone.');
  if (!token.scopes.includes('read')) return refused('This token may not do that: it needs the scope read.');
  return { ok: true, token };
}

function refused(description: string): Reader {
  return { ok: false, description };
}
