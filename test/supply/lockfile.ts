import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
export type Lockfile = Readonly<Record<string, Locked>>;

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PUBLISHED = ['packages/protocol', 'packages/server', 'packages/static', 'packages/widget'] as const;

export function readLockfile(): Lockfile {
  return JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')).packages;
}

/** What is wrong with where packages come from: everything has to be a version of the registry, with its hash. */
export function strangers(lockfile: Lockfile): string[] {
  return Object.entries(lockfile)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .flatMap(([path, { version = '', resolved, integrity = '' }]) => [
      ...(resolved !== undefined ? [`${path} comes from ${resolved}`] : []),
      ...(/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version) ? [] : [`${path} has the version "${version}"`]),
      ...(/^sha512-[\w+/]{86}==$/.test(integrity) ? [] : [`${path} has no hash`]),
    ]);
}

/** Paths of everything that is installed with the published packages, found as Node finds modules. */
export function productionOf(lockfile: Lockfile): string[] {
  const found = new Set<string>();
  const todo: string[] = [...PUBLISHED];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    const { dependencies, optionalDependencies } = lockfile[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const at = locate(lockfile, path, name);
      // An optional one for another platform may be left out of a lockfile.
      if (at === undefined || lockfile[at]?.link || found.has(at)) continue;
      found.add(at);
      todo.push(at);
    }
  }
  return [...found].sort();
}

function locate(lockfile: Lockfile, from: string, name: string): string | undefined {
  for (let base = from; ; base = base.replace(/(?:^|\/)(?:node_modules\/(?:@[^/]+\/)?[^/]+|[^/]+)$/, '')) {
    const path = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (lockfile[path]) return path;
    if (base === '') return undefined;
  }
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
