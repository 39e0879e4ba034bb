/** The words for what happens before the server says anything: that it is asked, that it failed, and another try. */
export type Words = readonly [loading: string, failed: string, again: string];

const WORDS: Readonly<Record<string, Words>> = {
  en: ['Loading mentions…', 'The mentions could not be loaded.', 'Try again'],
  es: ['Cargando menciones…', 'No se pudieron cargar las menciones.', 'Reintentar'],
  de: ['Erwähnungen werden geladen…', 'Die Erwähnungen konnten nicht geladen werden.', 'Noch einmal'],
  fr: ['Chargement des mentions…', 'Impossible de charger les mentions.', 'Réessayer'],
};

export function wordsIn(language: string): Words {
  return WORDS[language.slice(0, 2).toLowerCase()] ?? (WORDS.en as Words);
}
