import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie } from 'hono/cookie';
import { asLanguage, type Language } from '../words/language.ts';

export const LANGUAGE_COOKIE = 'hearback-language';

/** The language that this browser was set to, else the first of ours that it asks for, else English. */
export function languageOf(c: Context): Language {
  return asLanguage(getCookie(c, LANGUAGE_COOKIE)) ?? (asLanguage(askedFor(c)) || 'en');
}

function askedFor(c: Context): string {
  return accepts(c, {
    header: 'Accept-Language',
    supports: [],
    default: '',
    match(asked) {
      const ordered = asked.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
      // Whoever asks for the French of Canada can read that of France.
      const plain = ordered.map(({ type }) => type.toLowerCase().split('-')[0] ?? '');
      return plain.find((type) => asLanguage(type)) ?? '';
    },
  });
}
