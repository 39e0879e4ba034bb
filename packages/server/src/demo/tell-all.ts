import { discover, notify } from '@hearback/protocol';
import { openNetwork } from '../compose/network.ts';
import type { Demo } from './demo.ts';

/**
 * Tells Alice of Bob's link by the protocols that his software did not choose, as three programs of three ages would: one
 * event that arrives several times is one mention. Answers a line for each.
 */
export async function tellByTheOthers({ alice, bob, url }: Demo): Promise<readonly string[]> {
  const { http } = openNetwork({ allowPort: [], allowNetwork: ['127.0.0.0/8'] }, () => false);
  try {
    const found = await discover(http, alice.post);
    if ('failure' in found) return [found.failure.reason];
    const lines = [];
    for (const endpoint of found.endpoints.filter(({ protocol }) => protocol !== found.chosen?.protocol)) {
      const post = { title: 'An answer to Alice', excerpt: 'I have been thinking about what Alice wrote on hearing.' };
      const pair = { source: bob.post, target: alice.post };
      const { reason } = await notify(http, endpoint, { ...pair, ...post, siteName: 'Bob writes back' });
      lines.push(`The same by ${endpoint.protocol}, as older software would: ${reason}`);
    }
    return [...lines, await visit(`${url}/refback`, bob.post, alice.post)];
  } finally {
    await http.close();
  }
}

/** The beacon of Alice's page, in the browser of a reader who follows the link. */
async function visit(beacon: string, referrer: string, target: string): Promise<string> {
  const body = new URLSearchParams({ target, referrer });
  const { status } = await fetch(beacon, { method: 'POST', headers: { 'user-agent': 'Mozilla/5.0' }, body });
  return `The same by refback, as the browser of a reader who follows the link: HTTP ${status}.`;
}
