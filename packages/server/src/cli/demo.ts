import type { Demo } from '../demo/demo.ts';
import type { Command } from './command.ts';
import { untilAborted } from './common.ts';

export const demo: Command = {
  name: 'demo',
  usage: '[--once]',
  summary:
    'Two little blogs and a server on this machine: one post links to the other. --once runs it through to display and ends.',
  options: { once: { type: 'boolean', default: false } },
  words: [0, 0],
  async run({ flags, terminal }) {
    const [{ compose }, { openDemo, verified }, { tellByTheOthers }, { createLog }] = await Promise.all([
      import('../compose/hearback.ts'),
      import('../demo/demo.ts'),
      import('../demo/tell-all.ts'),
      import('../log.ts'),
    ]);
    const quiet = createLog({ interactive: false, write: () => {} });
    const stage = await openDemo((config) => compose(config, { log: quiet }));
    const { hearback, alice, bob, url } = stage;
    try {
      terminal.out(`hearback listening on ${url}`);
      terminal.out(`Alice’s post   ${alice.post}`);
      terminal.out(`Bob’s answer   ${bob.post}`);
      const { deliveries } = await hearback.send([bob.post], { waitMs: 10_000 });
      for (const { status, endpoint, protocol } of deliveries)
        terminal.out(`Bob’s software told ${endpoint ?? 'nobody'} of the link by ${protocol ?? 'nothing'}: ${status}.`);
      for (const line of await tellByTheOthers(stage)) terminal.out(line);
      const mention = await verified(stage);
      terminal.out(`All that is one mention: ${mention.protocols.join(', ')}.`);
      terminal.out(
        `The link is ${mention.link}, and the mention is ${mention.moderation}: ${mention.reasons.join(' ')}`,
      );
      if (flags.once) return await finish(stage, mention.id, terminal.out);
      const { password } = await hearback.addOwner('demo');
      terminal.out(
        `\nIt waits in the inbox: ${url}/admin\nLog in as demo with the password ${password}, approve it, and look at Alice’s post again.\nCtrl-C ends the demo and removes its data.`,
      );
      await untilAborted(terminal.signal);
      return 0;
    } finally {
      await stage.close();
    }
  },
};

async function finish({ hearback, alice, url }: Demo, id: string, out: (line: string) => void): Promise<number> {
  await hearback.desk.moderate([id], 'approved');
  out('Approved, as its owner would in the inbox.');
  const shown = await fetch(`${url}/fragment?target=${encodeURIComponent(alice.post)}`);
  const html = await shown.text();
  const visible = shown.ok && html.includes('An answer to Alice');
  out(visible ? 'It stands under Alice’s post now:' : 'It does not stand under Alice’s post, which is a defect:');
  out(html.trim());
  return visible ? 0 : 1;
}
