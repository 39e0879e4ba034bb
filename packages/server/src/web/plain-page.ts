import { html } from 'hono/html';
import type { Language } from '../words/language.ts';

/** Headers of every page of ours: no script, no frame around it, nothing kept of where the reader came from. */
export const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** A page of one heading and one sentence, for strangers. */
export function plainPage(
  language: Language,
  { title, sentence }: { readonly title: string; readonly sentence: string },
) {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="/admin/assets/pico.css"></head>
<body><main class="container"><h1>${title}</h1><p>${sentence}</p></main></body></html>
`;
}
