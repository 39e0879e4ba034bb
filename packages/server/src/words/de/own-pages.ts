import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const ownPages: Dictionary['ownPages'] = {
  titleOf: (site) => `Seiten von ${site}`,
  heading: 'Seiten von {site}',
  none: 'Es sind keine Seiten bekannt.',
  more: 'Weitere Seiten',
  page: 'Seite',
  receives: 'Empfängt',
  sends: 'Sendet',
  gone: '(fort)',
  yes: 'Ja',
  no: 'Nein',
  turnOn: 'Einschalten',
  turnOff: 'Ausschalten',
  follow: 'Wie die Website',
  receivingFor: (page) => `Empfangen für ${page}`,
  sendingFor: (page) => `Senden für ${page}`,
  known: (pages) =>
    count(pages, {
      one: '[# Seite ist bekannt], aus Feed oder Sitemap; nichts anderes wird als Ziel angenommen.',
      other: '[# Seiten sind bekannt], aus Feed oder Sitemap; nichts anderes wird als Ziel angenommen.',
    }),
  noMap:
    'Es gibt keine Karte der Seiten dieser Website, daher wird jede Adresse darunter als Ziel angenommen. Nenne ihren Feed oder ihre Sitemap in der Konfiguration, damit nur Seiten angenommen werden, die es gibt, und du einzelne schließen kannst.',
};
