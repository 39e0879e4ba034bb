import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Scope } from '../../../packages/server/src/access.ts';
import { addToken } from '../../../packages/server/src/tokens.ts';
import { createApp } from '../../../packages/server/src/web/app.ts';
import { hashSecret } from '../../../packages/server/src/web/session/secret.ts';
import type { House } from '../../../packages/server/test/web/house.ts';

export interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every route of the application itself, without middleware; one that is added later is in here by itself. */
export function routesOf(house: House): readonly Route[] {
  const all = createApp(house.deps).routes.filter(({ path }) => !path.includes('*'));
  const unique = new Map(all.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...unique.values()];
}

/** The path with what stands for its parameters. */
export function filled(path: string, ids: Readonly<Record<string, string>>): string {
  const found = Object.entries(ids).find(([prefix]) => path.startsWith(prefix));
  return path.replace(/:id\b/, encodeURIComponent(found?.[1] ?? 'none'));
}

/** Every row of every table, except what records that somebody looked. */
export function everyRow(house: House): string {
  const database = new DatabaseSync(join(house.folder, 'hearback.db'), { readOnly: true });
  try {
    const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
    if (names.length < 10) throw new Error('These are not all tables.');
    const tables = names.map(({ name }) => {
      const reading = database.prepare(`SELECT * FROM "${name}"`);
      // The index of words has numbers that are none of JavaScript's.
      reading.setReadBigInts(true);
      const rows = reading.all() as Record<string, unknown>[];
      return [
        name,
        rows
          .filter((row) => !((name === 'counter' || name === 'secret') && row.name === 'probe'))
          .map(({ seenAt: _seen, lastUsedAt: _used, ...row }) => row),
      ];
    });
    return JSON.stringify(tables, (_, value) => (typeof value === 'bigint' ? Number(value) : value), 1);
  } finally {
    database.close();
  }
}

export async function makeToken(house: House, scopes: readonly Scope[], site?: string): Promise<string> {
  const made = await addToken(
    { ...house.deps, hashSecret },
    { name: `for ${scopes}`, scopes, site, maker: undefined },
    { name: 'test', address: undefined },
  );
  if (!made) throw new Error('No token was made.');
  return made.secret;
}

export function bearer(secret: string): { readonly authorization: string } {
  return { authorization: `Bearer ${secret}` };
}

/** Posts the log-in form, from an address and perhaps with a cookie. */
export function logInAt(
  house: House,
  name: string,
  password: string,
  address: string | undefined,
  cookie = '',
): Promise<Response> {
  const request = new Request(`${house.publicUrl}/admin/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', cookie },
    body: new URLSearchParams({ name, password }),
  });
  return house.web.fetch(request, address === undefined ? {} : { address });
}
