import { fileURLToPath } from 'node:url';
import { loadMentions, type MentionsOptions } from './load.ts';

const MODULE = 'hearback:mentions';
const RESOLVED = `\0${MODULE}`;
const MENTIONS = fileURLToPath(new URL('./mentions.js', import.meta.url));

interface VitePlugin {
  readonly name: string;
  resolveId(id: string): string | undefined;
  load(id: string): Promise<string | undefined>;
}

/** What is used of Astro's hooks. */
interface AstroIntegration {
  readonly name: string;
  readonly hooks: {
    'astro:config:setup'(hook: {
      readonly config: { readonly site?: string | undefined };
      updateConfig(config: { readonly vite: { readonly plugins: readonly VitePlugin[] } }): unknown;
    }): void;
    'astro:config:done'(hook: {
      injectTypes?(file: { readonly filename: string; readonly content: string }): unknown;
    }): void;
  };
}

/**
 * `integrations: [hearback({ server })]` in `astro.config.mjs`; the site is that of the configuration unless told. Pages then
 * have `import { mentions, grouped } from 'hearback:mentions'` and `mentions.of(Astro.url.pathname)`.
 */
export default function hearback(
  options: Omit<MentionsOptions, 'site'> & { readonly site?: string },
): AstroIntegration {
  return {
    name: '@hearback/static',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) =>
        void updateConfig({
          vite: { plugins: [mentionsModule({ ...options, site: options.site ?? config.site ?? '' })] },
        }),
      'astro:config:done': ({ injectTypes }) =>
        void injectTypes?.({
          filename: 'mentions.d.ts',
          content: `declare module '${MODULE}' {\n  export const mentions: import('@hearback/static').Mentions;\n  export const grouped: typeof import('@hearback/static').grouped;\n}\n`,
        }),
    },
  };
}

function mentionsModule(options: MentionsOptions): VitePlugin {
  return {
    name: MODULE,
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { all } = await loadMentions(options);
      return [
        `import { grouped, mentionsIn } from ${JSON.stringify(MENTIONS)};`,
        `export const mentions = mentionsIn(${JSON.stringify(all)}, ${JSON.stringify(options.site)});`,
        'export { grouped };',
      ].join('\n');
    },
  };
}
