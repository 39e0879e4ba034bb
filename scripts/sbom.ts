// Prints the software bill of materials of the published packages (CycloneDX 1.6), read from the lockfile: what is installed
// with them, from where, with which hash. `npm sbom` takes no workspace whose root has no version.
import { readFileSync } from 'node:fs';
import { nameOf, PUBLISHED, productionOf, ROOT, readLockfile } from '../test/supply/lockfile.ts';

const lockfile = readLockfile();

const purlOf = (name: string, version: string) => `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

const published = PUBLISHED.map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${ROOT}${folder}/package.json`, 'utf8'));
  const purl = purlOf(name, version);
  return { type: 'application', 'bom-ref': purl, name, version, purl, licenses: [{ license: { id: license } }] };
});

const components = productionOf(lockfile).map((path) => {
  const { version = '', integrity = '' } = lockfile[path] ?? {};
  const [name, content] = [nameOf(path), Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')];
  const purl = purlOf(name, version);
  return { type: 'library', 'bom-ref': purl, name, version, purl, hashes: [{ alg: 'SHA-512', content }] };
});

const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: published[1] } };
console.log(JSON.stringify({ ...bom, components: [...published.filter((_, at) => at !== 1), ...components] }, null, 2));
