import { afterAll, beforeAll, expect, it } from 'vitest';
import { hearback, type Server, serve, temporary } from '../support/command.ts';

let data: Awaited<ReturnType<typeof temporary>>;
let server: Server;
beforeAll(async () => {
  data = await temporary();
  server = await serve(['--site', 'https://first.example/', '--site', 'https://second.example/', '--data', data.path]);
});
afterAll(async () => {
  await server.stop();
  await data[Symbol.asyncDispose]();
});

async function token(...words: string[]): Promise<string> {
  const { out } = await hearback(['token', 'add', 'prometheus', ...words, '--data', data.path, '--json']);
  return JSON.parse(out).token;
}
const read = (secret?: string) =>
  fetch(`${server.url}/metrics`, { headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` } });

it('is for nobody without a token, not even on this machine, and for no token of a single site', async () => {
  expect((await read()).status).toBe(401);
  expect((await read(await token('--scope', 'send'))).status).toBe(403);
  expect((await read(await token('--scope', 'read', '--site', 'https://first.example/'))).status).toBe(403);
});

it('counts in the format of Prometheus, with labels that no stranger can make', async () => {
  const secret = await token('--scope', 'read');
  const source = 'https://stranger.example/somewhere';
  for (const target of ['https://first.example/post', 'https://nobody.example/post'])
    await fetch(`${server.url}/webmention`, { method: 'POST', body: new URLSearchParams({ source, target }) });
  const reply = await read(secret);
  expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = (await reply.text()).trimEnd().split('\n');
  for (const line of lines)
    expect(line).toMatch(
      /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[\w.+ -]*"(,[a-z]+="[\w.+ -]*")*\})? -?[\d.e+-]+)$/,
    );
  expect(lines).toContain('hearback_notifications_total{protocol="webmention",outcome="accepted"} 1');
  expect(lines).toContain('hearback_notifications_total{protocol="webmention",outcome="refused"} 1');
  expect(lines.join('\n')).toMatch(/hearback_store_seconds_count\{what="accept"\} 1/);
  expect(lines.join('\n')).toMatch(/process_cpu_seconds_total [\d.]+\n/);
  expect(lines.join('\n')).not.toMatch(/\.example/);
});

it('is open to the addresses that the operator named', async () => {
  const named = await serve(['--data', `${data.path}/named`, '--metrics-from', '127.0.0.0/8']);
  expect((await fetch(`${named.url}/metrics`)).status).toBe(200);
  await named.stop();
});
