import type { Dictionary } from '../dictionary.ts';

export const layout: Dictionary['layout'] = {
  skip: 'Zum Inhalt springen',
  desk: 'Schreibtisch',
  logOut: 'Abmelden',
  language: 'Sprache',
  change: 'Ändern',
  sections: {
    overview: 'Überblick',
    inbox: 'Eingang',
    links: 'Backlinks',
    deliveries: 'Gesendet',
    refused: 'Abgewiesen',
    rules: 'Regeln',
    limits: 'Grenzen',
    sites: 'Websites',
    notices: 'Nachrichten',
    people: 'Personen',
    tokens: 'Tokens',
    audit: 'Protokoll',
    account: 'Du',
  },
  justNow: 'gerade eben',
};
