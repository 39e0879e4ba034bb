import { setFlagsFromString } from 'node:v8';
import { type Command, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, untilAborted } from './common.ts';

export const serve: Command = {
  name: 'serve',
  usage:
    '[--site URL]… [--port 7777] [--host 127.0.0.1] [--data DIR | --database postgres://…] [--role all|web|worker] [--public-url URL] [--watch URL|DIR] [--watch-every SECONDS] [--since DATE | --all] [--allow-network CIDR[:PORT]]… [--allow-port PORT]… [--trust-proxy CIDR]… [--metrics-from CIDR]… [--public-host HOST]… [--limits off] [--never-fetch NAME]… [--dont-tell HOST[/PATH]]… [--webhook URL] [--smtp URL --mail-from ADDRESS] [--reply verified] [--vouch] [--block-lists URL|FILE]… [--hold-days 90] [--backup DIR] [--config FILE]',
  summary: 'Receives, verifies and shows pingbacks, and announces new posts of sites that have sending on.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...SITE_OPTIONS,
    backup: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    reply: { type: 'string' },
    role: { type: 'string' },
    vouch: { type: 'boolean' },
    'block-lists': { type: 'string', multiple: true },
    'hold-days': { type: 'string' },
    'public-url': { type: 'string' },
    'trust-proxy': { type: 'string', multiple: true },
    'metrics-from': { type: 'string', multiple: true },
    'public-host': { type: 'string', multiple: true },
    'never-fetch': { type: 'string', multiple: true },
    'dont-tell': { type: 'string', multiple: true },
    webhook: { type: 'string' },
    smtp: { type: 'string' },
    'mail-from': { type: 'string' },
    watch: { type: 'string' },
    'watch-every': { type: 'string' },
    since: { type: 'string' },
    all: { type: 'boolean' },
  },
  words: [0, 0],
  async run({ terminal, config: raw }) {
    // New objects keep the few megabytes that they have by now. V8 gives them 64 by and by: under load that was 261 MB
    // resident instead of 164, and a quarter more work, for what stays in the processor's cache is collected quickly. It holds
    // for the threads too; reading a page of 100 kB takes a tenth longer there.
    setFlagsFromString('--semi-space-growth-factor=1');
    // So little is collected in a millisecond on the thread that made it; waking four more for that took a twentieth of the
    // processor time of a flood.
    setFlagsFromString('--no-parallel-scavenge');
    const [{ compose }, { createLog }] = await Promise.all([import('../compose/hearback.ts'), import('../log.ts')]);
    const log = createLog({ interactive: terminal.interactive, write: terminal.err });
    const config = readCommandConfig(raw);
    const hearback = await compose(config, { log });
    try {
      const { url } = await hearback.listen();
      // Nobody chooses a password at the port of a worker.
      const setUp = config.role === 'worker' ? undefined : await hearback.setUpLink();
      terminal.out(`hearback listening on ${url}${setUp ? `\nChoose your name and password, once: ${setUp}` : ''}`);
      if (hearback.directory.sites().length === 0)
        log.warn('No site is configured, so every notification is refused: add --site https://your.site');
      const broken = await Promise.race([untilAborted(terminal.signal), hearback.broken]);
      if (broken) throw broken;
      log.info('Stopping: finishing what was begun.');
      return 0;
    } finally {
      await hearback.stop();
    }
  },
};
