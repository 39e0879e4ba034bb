import type { Dictionary } from '../dictionary.ts';

export const layout: Dictionary['layout'] = {
  skip: 'Zum Inhalt springen',
  desk: 'Schreibtisch',
  logOut: 'Abmelden',
  language: 'Sprache',
  change: 'Ändern',
  sections: {
    inbox: 'Eingang',
    deliveries: 'Gesendet',
    refused: 'Abgewiesen',
    rules: 'Regeln',
    limits: 'Grenzen',
    sites: 'Websites',
    notices: 'Nachrichten',
    tokens: 'Tokens',
    audit: 'Protokoll',
  },
  justNow: 'gerade eben',
};
