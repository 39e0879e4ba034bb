import type { Dictionary } from '../dictionary.ts';

export const trace: Dictionary['trace'] = {
  whatHappened: 'Was geschah',
  wire: 'Was gesendet und geantwortet wurde',
  wireNote:
    'Der Anfang jeder Anfrage und Antwort, als Text. Geheimnisse darin sind verdeckt; von einer Antwort wird das erste KiB aufgehoben.',
};
