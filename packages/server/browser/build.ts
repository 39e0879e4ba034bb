import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The scripts of the desk's pages, each one module. The pages do without them. */
await build({
  entryPoints: [here('./overview.ts')],
  outdir: here('../dist/browser'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
});
