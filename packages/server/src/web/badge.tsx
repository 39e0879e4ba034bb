import { Hono } from 'hono';
import { wordsOf } from '../words/words.ts';
import { targetKeys } from './api/targets.ts';
import { asset, serveAsset } from './assets.ts';
import type { WebDeps } from './deps.ts';
import { languageFor } from './showing/words.ts';

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // A number may be five minutes old: badges stand on pages that are read often.
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'; sandbox",
};

const COLOURS = {
  light: { paper: '#f3f4f6', ink: '#1f2937', rim: '#d1d5db' },
  dark: { paper: '#1f2937', ink: '#f3f4f6', rim: '#4b5563' },
};
type Theme = keyof typeof COLOURS;

/** `GET /badge.svg?target=URL`: how many mentions a page has, as a small picture without fonts or scripts of its own. */
export function badgeRoutes({ store, directory }: Pick<WebDeps, 'store' | 'directory'>): Hono {
  return new Hono().get('/badge.svg', async (c) => {
    const target = c.req.query('target') ?? '';
    if (!target) return c.text('Name the page whose mentions you want counted: /badge.svg?target=URL\n', 400);
    const keys = targetKeys(directory, [target]);
    const counts = keys.length > 0 ? await store.mentions.counts(keys) : {};
    const { showing } = wordsOf(languageFor(c.req.query('lang')));
    const words = showing.mentions(Object.values(counts).reduce((sum, count) => sum + count, 0));
    const theme = c.req.query('theme');
    const svg = String(<Badge words={words} theme={theme === 'light' || theme === 'dark' ? theme : undefined} />);
    return serveAsset(c.req.raw, asset(svg, 'image/svg+xml; charset=utf-8'), HEADERS);
  });
}

const HEIGHT = 20;
const PADDING = 8;
/** Of a letter in a sans-serif font of 12 px, roughly; `textLength` makes it exact whatever the font is. */
const LETTER = 6.6;

function Badge({ words, theme }: { words: string; theme: Theme | undefined }) {
  const length = Math.round(words.length * LETTER);
  const width = length + 2 * PADDING;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={HEIGHT} role="img" aria-label={words}>
      <title>{words}</title>
      <style>
        {rules(COLOURS[theme ?? 'light'])}
        {theme === undefined && `@media(prefers-color-scheme:dark){${rules(COLOURS.dark)}}`}
      </style>
      <rect x="0.5" y="0.5" width={width - 1} height={HEIGHT - 1} rx="4" />
      <text x={PADDING} y="14" font-family="system-ui,sans-serif" font-size="12" textLength={length}>
        {words}
      </text>
    </svg>
  );
}

function rules({ paper, ink, rim }: (typeof COLOURS)[Theme]): string {
  return `rect{fill:${paper};stroke:${rim}}text{fill:${ink}}`;
}
