import type { Server } from '../support/command.ts';

const PASSWORD = 'nobody tells this to anybody';
const OURS = { 'sec-fetch-site': 'same-origin' };

/** Somebody with a browser at the desk, who stays logged in over the crashes. */
export interface Owner {
  /** Approves what is in the inbox, page by page, until the server is gone; answers the ids whose approval was confirmed. */
  approve(url: string): Promise<readonly string[]>;
}

/** Chooses a name and a password on the set-up page. */
export async function becomeOwner({ url, setUp }: Server): Promise<Owner> {
  const key = new URL(setUp ?? '').searchParams.get('key') ?? '';
  const fields = new URLSearchParams({ key, name: 'alice', password: PASSWORD, again: PASSWORD });
  const first = await fetch(`${url}/admin/setup`, { method: 'POST', body: fields, headers: OURS, redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (cookie === '') throw new Error(`The set-up gave ${first.status}.`);

  async function decide(url: string): Promise<readonly string[]> {
    const page = await fetch(`${url}/admin/inbox`, { headers: { cookie }, redirect: 'manual' });
    const html = await page.text();
    const csrf = /name="csrf" value="([\w-]+)"/.exec(html)?.[1];
    if (csrf === undefined) throw new Error(`The inbox gave ${page.status}.`);
    const ids = [...html.matchAll(/value="approve:([\w-]{22})"/g)].map((match) => String(match[1])).slice(0, 5);
    if (ids.length === 0) return [];
    const form = new URLSearchParams([['csrf', csrf], ['decision', 'approve'], ...ids.map((id) => ['mention', id])]);
    const init = { method: 'POST', body: form, headers: { ...OURS, cookie }, redirect: 'manual' } as const;
    const { status } = await fetch(`${url}/admin/inbox`, init);
    if (status !== 303) throw new Error(`The approval gave ${status}.`);
    return ids;
  }

  return {
    async approve(url) {
      const approved: string[] = [];
      try {
        for (;;) approved.push(...(await decide(url)));
      } catch (error) {
        // `fetch` says so when the connection broke; anything else is a defect.
        if (!(error instanceof TypeError)) throw error;
        return approved;
      }
    },
  };
}
