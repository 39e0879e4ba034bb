// Checks what would be published: publint and attw on each package.
import { execFileSync } from 'node:child_process';

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'inherit' });

for (const name of ['protocol', 'widget', 'static', 'server']) {
  run('publint', '--strict', `packages/${name}`);
  run('attw', '--pack', `packages/${name}`, '--profile', 'esm-only', '--quiet');
}
