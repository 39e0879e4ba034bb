import type { Dictionary } from '../dictionary.ts';

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
};
