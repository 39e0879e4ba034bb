import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ANNOUNCEMENTS, announce, HOME, TARGET } from '../crash/announce.ts';
import { serve, temporary } from '../support/command.ts';
import { withHooks } from '../support/hooks.ts';
import { openHostileWeb } from './hostile-web.ts';
import { type Sample, slopes } from './slopes.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '20' } },
});
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
/** Requests that are wrong, beside the notifications. */
const NONSENSE: readonly (readonly [string, RequestInit])[] = [
  ['/xmlrpc', { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: '<!DOCTYPE x>'.repeat(100) }],
  ['/xmlrpc', { method: 'POST', body: 'x'.repeat(20_000) }],
  ['/webmention', { method: 'POST', body: new URLSearchParams({ source: 'nonsense', target: TARGET }) }],
  ['/admin/login', { method: 'POST', body: new URLSearchParams({ name: 'a', password: 'b' }) }],
  ['/api/mentions?target=https://home.example/post', {}],
  ['/fragment?target=https://home.example/post', {}],
  ['/status/nothing', {}],
];

await using directory = await temporary();
const file = join(directory.path, 'samples');
const web = await openHostileWeb(TARGET);
const args = ['--site', HOME, '--data', directory.path, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
const server = await serve(args, { ...withHooks(new URL('./hooks/sample.ts', import.meta.url)), SOAK_FILE: file });
const end = performance.now() + minutes * 60_000;
const counts = { accepted: 0, refused: 0, nonsense: 0, failed: 0 };
let n = 0;
const open = new Set<Promise<void>>();
while (performance.now() < end) {
  n += 1;
  const request = send(n).finally(() => open.delete(request));
  open.add(request);
  await pause(1000 / rate);
}
await Promise.all(open);
const { code, err } = await server.stop();
web.close();
report();

async function send(number: number): Promise<void> {
  try {
    if (number % 4 === 0) {
      const [path, init] = NONSENSE[(number / 4) % NONSENSE.length] as (typeof NONSENSE)[number];
      await (await fetch(server.url + path, init)).arrayBuffer();
      counts.nonsense += 1;
      return;
    }
    const by = ANNOUNCEMENTS[number % ANNOUNCEMENTS.length];
    const { accepted } = await announce(server.url, web.source(number), by);
    counts[accepted ? 'accepted' : 'refused'] += 1;
  } catch {
    counts.failed += 1;
  }
}

function report(): void {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const samples = lines.map((line) => JSON.parse(line) as Sample);
  console.log(`${minutes} minutes at ${rate} requests a second: ${JSON.stringify(counts)}, ${samples.length} samples`);
  const table = slopes(samples);
  for (const { name, first, last, slope } of table)
    console.log(`${name.padEnd(26)} ${first.toFixed(1)} → ${last.toFixed(1)}   ${slope.toFixed(2)} an hour`);
  const longest = Math.max(...samples.map(({ max }) => max));
  console.log(`longest event-loop delay   ${longest.toFixed(0)} ms; exit code ${code}`);
  const errors = err.split('\n').filter((line) => /"level":50|unhandled/i.test(line));
  for (const line of new Set(errors.slice(0, 5))) console.log(line);
  const descriptors = table.find(({ name }) => name === 'descriptors');
  const leaks = descriptors !== undefined && descriptors.last - descriptors.first > 32;
  process.exitCode = code === 0 && counts.failed === 0 && errors.length === 0 && !leaks ? 0 : 1;
}
