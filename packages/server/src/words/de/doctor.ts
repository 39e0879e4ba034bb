import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const doctor: Dictionary['doctor'] = {
  title: 'Warum kommt nichts an?',
  what: 'Eine deiner Seiten wird gefragt, wie andere sie fragen: wie sie ihre Endpunkte nennt und wie die antworten.',
  address: 'Adresse deiner Seite',
  note: 'Eine Seite einer deiner Websites.',
  look: 'Untersuchen',
  tryIt: 'Probe senden',
  tryNote:
    'Eine Probe geht den ganzen Weg von hier zu den Endpunkten, die die Seite nennt. Sie ist keine Erwähnung, und niemand bekommt sie zu sehen.',
  notOurs: 'Keine deiner Websites hat diese Adresse.',
  sound: 'Nichts spricht gegen die Seite.',
  problems: (many) =>
    count(many, {
      one: 'Etwas hindert Benachrichtigungen daran, anzukommen.',
      other: '# Dinge hindern Benachrichtigungen daran, anzukommen.',
    }),
  warnings: (many) => count(many, { one: 'Etwas ginge besser.', other: '# Dinge gingen besser.' }),
  endpoints: 'Ihre Endpunkte',
  none: 'Die Seite nennt keine.',
  problem: 'Scheitert',
  warning: 'Ginge besser',
  why: 'Warum das zählt',
  todo: 'Was zu tun ist',
  asSource: 'als Seite, die auf andere verweist',
  tests: 'Proben',
  arrived: 'hier angekommen',
  sent: 'angenommen, von einem anderen Server',
  failed: 'gescheitert',
  nothingSent: 'Es wurde nichts gesendet.',
  trace: 'Was daraus wurde',
  link: 'Ist etwas nicht angekommen? Untersuche eine Seite.',
  thePage: 'Die Seite',
  theEndpoint: 'Der {protocol}-Endpunkt {url}',
};
