import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const refused: Dictionary['refused'] = {
  title: 'Abgewiesen',
  what: 'Meldungen, die keine Entscheidung von dir brauchten. Nach einer Weile werden sie vergessen.',
  nothing: 'Es wurde nichts abgewiesen.',
  older: 'Ältere',
  newest: 'Zurück zu den neuesten',
  from: 'Von',
  about: 'Über',
  why: 'Warum',
  when: 'Wann',
  repeated: (times) => count(times, { one: 'Einmal wiederholt.', other: '#-mal wiederholt.' }),
  noLink: 'Die Seite wurde angesehen und hat keinen Link zu deiner.',
  details: 'Einzelheiten',
};
