import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const deliveries: Dictionary['deliveries'] = {
  title: 'Gesendet',
  again: (deliveries) =>
    count(deliveries, { one: '# Zustellung wird wiederholt.', other: '# Zustellungen werden wiederholt.' }),
  preview: 'Sehen, wem ein Beitrag mitgeteilt würde',
  dontTell: 'Wem nichts mitgeteilt wird',
  outcome: 'Ergebnis',
  any: 'alle',
  by: 'Per',
  host: 'Host',
  post: 'Dein Beitrag',
  itsAddress: 'seine Adresse',
  show: 'Zeigen',
  told: 'Wem',
  why: 'Warum',
  when: 'Wann',
  older: 'Ältere',
  nothingFits: 'Es wurde nichts gesendet, was passt.',
  nothing:
    'Es wurde noch nichts gesendet. Schalte das Senden für eine [Website] ein, oder rufe `npx hearback send` mit der Adresse einer Seite auf.',
  resendFailed: 'Alle gescheiterten noch einmal senden',
  one: 'Zustellung',
  tryNow: 'Jetzt versuchen',
  sendAgain: 'Noch einmal senden',
  from: 'Von',
  to: 'An',
  endpoint: 'Endpunkt',
  lenient: '(seine Ankündigung verletzt die Spezifikation; wir lesen sie trotzdem)',
  answer: 'Antwort',
  fault: (code) => `Fehler ${code}`,
  callback: 'Meldet das Ergebnis an',
  tries: 'Versuche',
  begun: 'Begonnen',
  changed: 'Letzte Änderung',
  problem: {
    status: '„Ergebnis“ ist eines aus der Liste.',
    protocol: '„Per“ ist eines aus der Liste.',
    host: '„Host“ ist ein Hostname, mit seinem Port, wo er einen eigenen hat.',
    from: '„Von“ ist ein Tag des Kalenders, wie 2026-11-25.',
    to: '„An“ ist ein Tag des Kalenders, wie 2026-11-25.',
    post: '„Dein Beitrag“ ist die Adresse einer Seite, wie https://du.example/beitrag.',
  },
};
