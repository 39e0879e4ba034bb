import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from './server.ts';

/**
 * One server for a whole run of vitest, started when the first test asks for it: this process answers on a socket, whose
 * name stands in the environment of the workers.
 */
export default async function setup(): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const path = join(tmpdir(), `hearback-pg-${process.pid}-${Math.random().toString(36).slice(2)}.sock`);
  const door = createServer((asking) => {
    asking.on('error', () => undefined);
    server ??= startPostgres();
    server.then(
      (started) => asking.end(JSON.stringify({ url: started.url() })),
      (error) => asking.end(JSON.stringify({ problem: String(error) })),
    );
  });
  await new Promise<void>((resolve) => door.listen(path, resolve));
  process.env.HEARBACK_TEST_POSTGRES = path;
  return async () => {
    door.close();
    rmSync(path, { force: true });
    const started = await server?.catch(() => undefined);
    await started?.stop();
  };
}
