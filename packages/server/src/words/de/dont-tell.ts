import type { Dictionary } from '../dictionary.ts';

export const dontTell: Dictionary['dontTell'] = {
  title: 'Wem nichts mitgeteilt wird',
  what: 'Links zu diesen Hosts und Pfaden werden übersprungen, und Endpunkte dort nicht benutzt. Ein Host steht für alle Namen darunter, ein Pfad für alles, was darunter liegt.',
  configured: 'Aus der Konfiguration',
  hostOrPath: 'Host oder Pfad',
  neither: 'Das ist weder ein Host wie bob.example noch ein Pfad darin wie bob.example/private.',
  add: 'Nichts mitteilen',
  nobody: 'Niemand steht auf der Liste.',
  remove: 'Wieder mitteilen',
  removeOne: (entry) => `Wieder mitteilen: ${entry}`,
};
