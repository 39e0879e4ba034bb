/** Languages of the desk, of the notices and of what readers see. The first is the one of those who asked for none of them. */
export const LANGUAGES = ['en', 'es', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in itself: whoever cannot read the page still finds theirs. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
};

/** A language that we have, from a form, a cookie or the store; `undefined` for everything else. */
export function asLanguage(text: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}
