import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { canInstall, install } from '../../scripts/lib/debian.ts';

const SBIN = '/usr/sbin';
const POLICY = `${SBIN}/policy-rc.d`;

/** Debian packages by a file that shows that they are there. */
const NEEDED: readonly (readonly [name: string, isThere: () => boolean])[] = [
  ['wordpress', has('/usr/share/wordpress/wp-load.php')],
  ['wordpress-theme-twentytwentythree', has('/usr/share/wordpress/wp-content/themes/twentytwentythree/theme.json')],
  ['php-fpm', () => phpFpm() !== undefined],
  ['php-cli', has('/usr/bin/php')],
  ...['mysql', 'xml', 'curl', 'mbstring'].map((name) => [`php-${name}`, hasExtension(name)] as const),
  ['mariadb-server', has(`${SBIN}/mariadbd`)],
  ['nginx-light', has(`${SBIN}/nginx`)],
  ['curl', has('/usr/bin/curl')],
  ['python3', has('/usr/bin/python3')],
  // Debian ships the `xmlrpc` command with the headers of its library.
  ['libxmlrpc-core-c3-dev', has('/usr/bin/xmlrpc')],
];

/** Installs what is missing, where that is possible; throws one line on what to install where it is not. */
export function provideRequirements(): void {
  if (missing().length === 0) return;
  if (canInstall()) withoutServices(() => install(missing(), 'a real WordPress and other people’s clients'));
  const rest = missing();
  if (rest.length > 0) {
    throw new Error(
      `The interop test needs these Debian packages; install them, or run it as root on Debian: ${rest.join(' ')}`,
    );
  }
}

/** Debian packages that are not there; nothing is installed. */
export function missingPackages(): readonly string[] {
  return missing();
}

/** Debian names it after PHP's version. */
export function phpFpm(): string | undefined {
  const name = existsSync(SBIN) ? readdirSync(SBIN).find((file) => /^php-fpm\d/.test(file)) : undefined;
  return name && `${SBIN}/${name}`;
}

function missing(): string[] {
  return NEEDED.filter(([, isThere]) => !isThere()).map(([name]) => name);
}

function has(path: string): () => boolean {
  return () => existsSync(path);
}

function hasExtension(name: string): () => boolean {
  const file = name === 'mysql' ? 'mysqli' : name;
  return () => {
    const root = '/usr/lib/php';
    return existsSync(root) && readdirSync(root).some((api) => existsSync(`${root}/${api}/${file}.so`));
  };
}

/**
 * A package would start its service at once: a web server on every address and a database that nobody asked for. Debian
 * asks `policy-rc.d` before, and 101 forbids it; whatever stood there is put back.
 */
function withoutServices(step: () => void): void {
  const before = existsSync(POLICY) ? { text: readFileSync(POLICY), mode: statSync(POLICY).mode } : undefined;
  try {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n');
    chmodSync(POLICY, 0o755);
    step();
  } finally {
    if (before) {
      writeFileSync(POLICY, before.text);
      chmodSync(POLICY, before.mode);
    } else rmSync(POLICY, { force: true });
  }
}
