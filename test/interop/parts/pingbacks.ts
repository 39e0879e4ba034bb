import { isDeepStrictEqual } from 'node:util';
import { python } from '../clients/clients.ts';
import { type Check, insist } from '../lib/report.ts';
import type { World } from '../world.ts';

/** What WordPress's extension method gives away: the sources that are public, and no others. */
export async function pingbacks({ workshop, hearback, post }: World, check: Check): Promise<void> {
  const { open, approved } = await check('some mentions of our post are approved and some are not', async () => {
    const mentions = (await hearback.mentions()).filter(({ target, link }) => target === post && link === 'live');
    const approved = mentions.filter(({ moderation }) => moderation === 'approved').map(({ source }) => source);
    const open = mentions.length - approved.length;
    insist(approved.length > 0 && open > 0, `${approved.length} approved, ${open} not`);
    return { open, approved };
  });
  await check(`getPingbacks names the approved ${approved.length} and hides the other ${open}`, async () => {
    const answer = await python(workshop).call(`${hearback.url}/xmlrpc`, 'pingback.extensions.getPingbacks', post);
    insist(isDeepStrictEqual(answer, { value: approved }), `it read ${JSON.stringify(answer)}`);
  });
}
