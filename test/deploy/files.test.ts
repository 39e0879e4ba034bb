import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporary } from '../support/command.ts';

const folder = fileURLToPath(new URL('../../docs/deploy/', import.meta.url));
const ANALYSE = '/usr/bin/systemd-analyze';
const CADDY = '/usr/bin/caddy';

test.skipIf(!existsSync(ANALYSE))('systemd has nothing to say against hearback.service', async () => {
  await using own = await temporary();
  const unit = await readFile(join(folder, 'hearback.service'), 'utf8');
  expect(unit).toContain('ExecStart=/usr/local/bin/hearback serve ');
  const path = join(own.path, 'hearback.service');
  // It also looks whether the program is there.
  await writeFile(path, unit.replace('/usr/local/bin/hearback', process.execPath));
  const words = execFileSync(ANALYSE, ['verify', '--man=no', path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  expect(words).toBe('');
});

test.skipIf(!existsSync(CADDY))('Caddy can read the Caddyfile', async () => {
  await using own = await temporary();
  const env = { ...process.env, HOME: own.path };
  const adapted = execFileSync(CADDY, ['adapt', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    env,
  });
  expect(JSON.parse(adapted)).toHaveProperty('apps.http.servers.srv0');
});
