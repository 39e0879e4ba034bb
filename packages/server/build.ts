import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleCommand } from './bundle.ts';

/** Bundles the scripts of the desk, each into one module. The pages work without them. */
export async function buildScripts(outdir: string): Promise<void> {
  await build({
    entryPoints: ['inbox', 'overview', 'moving'].map((name) =>
      fileURLToPath(new URL(`./browser/${name}.ts`, import.meta.url)),
    ),
    outdir,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
}

if (import.meta.main) {
  const dist = fileURLToPath(new URL('./dist', import.meta.url));
  await buildScripts(`${dist}/browser`);
  await bundleCommand(dist, `${dist}/command`);
}
