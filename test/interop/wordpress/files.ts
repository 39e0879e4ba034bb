import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { insist } from '../lib/report.ts';
import type { ProgramOptions, Workshop } from '../lib/workshop.ts';

/** Path of a file beside this one. */
export const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The servers run as Debian's account for web servers: MariaDB and PHP-FPM do not like to be root. */
export function unprivileged(): ProgramOptions['account'] {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'www-data'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A copy of the package, because WordPress takes its configuration from its own folder and Debian's leads to /etc. */
export async function layOut(
  workshop: Workshop,
  folder: string,
  address: string,
  account: ProgramOptions['account'],
): Promise<void> {
  const root = `${folder}/root`;
  const copied = await workshop.run('cp', ['-rL', '--no-preserve=all', '/usr/share/wordpress', root], { account });
  insist(copied.code === 0, `WordPress could not be copied: ${copied.err.slice(0, 500)}`);
  const plugins = `${root}/wp-content/mu-plugins`;
  mkdirSync(plugins, { recursive: true });
  copyFileSync(here('loopback-only.php'), `${plugins}/loopback-only.php`);
  copyFileSync(here('wp-config.php'), `${root}/wp-config.php`);
  for (const name of ['nginx.conf', 'php-fpm.conf']) {
    const text = readFileSync(here(name), 'utf8').replaceAll('{{folder}}', folder).replaceAll('{{address}}', address);
    writeFileSync(`${folder}/${name}`, text);
  }
}
