import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the element into one module; the declarations beside it come from `tsc`. */
export async function buildWidget(outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('./src/hearback-mentions.ts', import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
  });
}

if (import.meta.main) await buildWidget(fileURLToPath(new URL('./dist/hearback-mentions.js', import.meta.url)));
