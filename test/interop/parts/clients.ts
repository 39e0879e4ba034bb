import { curl, python, xmlrpcCommand } from '../clients/clients.ts';
import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';

const FOREIGN = 'http://127.0.0.1:9/not-ours';

/** Other people's clients: each can read a success, and tell faults apart by their integers. */
export async function clients({ workshop, hearback, strangers, post }: World, check: Check): Promise<void> {
  const endpoint = `${hearback.url}/xmlrpc`;
  const sources: string[] = [];
  for (const client of [python(workshop), xmlrpcCommand(workshop), curl(workshop)]) {
    const body = `<p>From a client: <a href="${post}">their post</a>.</p>`;
    // Every client writes the ampersand in its own way.
    const source = `${strangers.put(`/client-${sources.length}`, { title: client.name, body })}?by=client&n=1`;
    const ping = (target: string) => client.call(endpoint, 'pingback.ping', source, target);
    sources.push(source);
    await check(`${client.name} reads that its ping is accepted`, async () => {
      const answer = await ping(post);
      insist(
        'value' in answer && typeof answer.value === 'string' && answer.value !== '',
        `it read ${JSON.stringify(answer)}`,
      );
    });
    await check(`${client.name} reads fault 33 for a page that is not ours`, async () =>
      insistFault(await ping(FOREIGN), 33),
    );
    await check(`${client.name} reads fault -32601 for an unknown method`, async () =>
      insistFault(await client.call(endpoint, 'pingback.pong', source), -32601),
    );
  }
  await check('all three mentions are verified and wait for the owner', async () => {
    for (const source of sources) {
      await hearback.mentionFrom(source, ({ link, moderation }) => link === 'live' && moderation === 'pending');
    }
  });
}

function insistFault(answer: object, fault: number): void {
  insist('fault' in answer && answer.fault === fault, `it read ${JSON.stringify(answer)}`);
}
