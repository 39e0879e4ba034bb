import { hashSecret } from '../../src/web/session/secret.ts';
import type { House } from './house.ts';

export const PASSWORD = 'a sentence to log in';

/** A browser as far as the desk can tell: keeps its cookie, and says of its posts that they come from our own page. */
export function createBrowser(house: House) {
  let cookie = '';

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await house.web.fetch(
      new Request(new URL(path, house.publicUrl), { redirect: 'manual', ...init, headers }),
    );
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  }

  return {
    get cookie() {
      return cookie;
    },
    get: (path: string) => send(path),
    post: (
      path: string,
      fields: Record<string, string> | URLSearchParams,
      headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
    ) => send(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    /** The token that the forms of the desk carry now. */
    async csrf(): Promise<string> {
      return /name="csrf" value="([\w-]+)"/.exec(await (await send('/admin/inbox')).text())?.[1] ?? 'none';
    },
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** An owner made by the set-up page, logged in. */
export async function setUpOwner(house: House): Promise<Browser> {
  const browser = createBrowser(house);
  await house.store.owners.offerSetUp(hashSecret('the key'));
  const response = await browser.post('/admin/setup', {
    key: 'the key',
    name: 'alice',
    password: PASSWORD,
    again: PASSWORD,
  });
  if (response.status !== 303) throw new Error(`The set-up gave ${response.status}.`);
  return browser;
}
