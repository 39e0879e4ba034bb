import type { Dictionary } from '../dictionary.ts';

export const problems: Dictionary['problems'] = {
  notFound: { title: 'Nicht gefunden', sentence: 'Unter dieser Adresse ist nichts.' },
  method: { title: 'Methode nicht erlaubt', sentence: 'Diese Adresse beantwortet nur GET und HEAD.' },
  internal: (request) => ({
    title: 'Interner Fehler',
    sentence: `Hier ging etwas schief, und es wurde protokolliert. Anfrage ${request}.`,
  }),
  wrongAddress: (desk) => ({ title: 'Falsche Adresse', sentence: `Dieser Schreibtisch antwortet unter ${desk}` }),
  foreign: {
    title: 'Nicht von diesem Schreibtisch',
    sentence:
      'Das Formular kam nicht von einer Seite dieses Schreibtischs. Öffne den Schreibtisch noch einmal und wiederhole es dort.',
  },
  unreadable: {
    title: 'Formular nicht lesbar',
    sentence: 'Das Formular ist zu groß oder wurde nicht als Formular gesendet.',
  },
  outOfDate: {
    title: 'Formular veraltet',
    sentence: 'Das Formular gehört zu einer früheren Anmeldung. Öffne die Seite noch einmal und wiederhole es dort.',
  },
  spent: {
    title: 'Dieser Link ist verbraucht',
    sentence:
      'Wenn du ein Passwort festgelegt hast, melde dich unter /admin an. Wenn nicht, starte den Server noch einmal: er gibt einen neuen Link aus. Hast du es vergessen, rufe „hearback user link NAME“ auf.',
  },
  notForYou: {
    title: 'Nicht für dich',
    sentence: 'Deine Rolle reicht dafür nicht. Wem dieser Schreibtisch gehört, kann das unter Personen ändern.',
  },
  away: {
    title: 'Gerade nicht verfügbar',
    sentence: 'Die Daten sind in diesem Augenblick nicht zu erreichen. Versuche es in einer Minute noch einmal.',
  },
  busy: {
    title: 'Beschäftigt',
    sentence: 'Im Moment melden sich zu viele an. Versuche es in ein paar Sekunden noch einmal.',
  },
  feedAddress: {
    title: 'Dieser Feed ist geschlossen',
    sentence: 'Er öffnet sich nur mit seiner ganzen Adresse. Eine neue gibt es unter /admin/notices.',
  },
};
