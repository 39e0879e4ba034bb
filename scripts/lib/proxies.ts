import { existsSync } from 'node:fs';
import { canInstall, install } from './debian.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'];

/** Path of an nginx to test with; installs Debian's where that is possible. Throws one line on what to install where it is not. */
export function provideNginx(): string {
  const find = () => NGINX.find((path) => existsSync(path));
  if (!find() && canInstall()) install(['nginx-light'], 'a test starts docs/deploy/nginx.conf');
  const path = find();
  if (path) return path;
  throw new Error('The test of docs/deploy/nginx.conf needs nginx: install the package "nginx-light" (or nginx).');
}
