import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const rules: Dictionary['rules'] = {
  title: 'Regeln',
  fresh: 'Eine neue Regel',
  what: 'Was sie tut',
  toWhat: 'Womit',
  choices: {
    host: 'eine Domain oder eine Adresse',
    author: 'die Seite eines Autors',
    word: 'Wörter, wie sie dastehen',
    text: 'Buchstaben, auch innerhalb von Wörtern',
  },
  value: 'Domain, Adresse oder Wörter',
  site: 'Auf der Website',
  see: 'Sehen, was sie träfe',
  problem: {
    empty: 'Eine Regel braucht eine Domain, eine Adresse oder Wörter.',
    words: 'Die Wörter einer Regel haben 1 bis 200 Zeichen.',
    neither: 'Das ist weder eine Domain noch eine Adresse wie spam.example oder https://host.example/~eve/.',
    path: 'Das hat einen Pfad; eine Regel für eine Domain ist nur ein Name wie spam.example.',
  },
  shared:
    'Unter {host} kann jeder eine Website haben: diese Regel träfe Leute, die nichts miteinander zu tun haben. Eine Regel für einen ihrer Namen wie {one} trifft nur diesen.',
  covers: (held, shown) =>
    `Sie trifft ${count(held, { one: '# wartende Erwähnung', other: '# wartende Erwähnungen' })} und ${count(shown, { one: '# gezeigte', other: '# gezeigte' })}.`,
  partial: 'Nur die neuesten zehntausend wurden angesehen.',
  atOnce: 'Über die wartenden wird sofort entschieden; die gezeigten bleiben, bis du selbst über sie entscheidest.',
  everybody: 'Ich meine alle unter diesem Namen',
  make: 'Diese Regel anlegen',
  ratherNot: 'Lieber nicht',
  none: 'Noch keine Regeln auf {site}.',
  remove: 'Entfernen',
  removeOne: (value) => `Die Regel für ${value} entfernen`,
  done: {
    made: 'Die Regel ist angelegt.',
    removed: 'Die Regel ist entfernt, und was sie abgewiesen hat, wartet wieder auf dich.',
    subscribed: 'Die Liste ist abonniert und wird gerade gelesen.',
    known: 'Diese Liste ist schon abonniert.',
    unsubscribed: 'Die Liste ist fort, mit allen ihren Domains.',
  },
  decided: (mentions) =>
    count(mentions, { one: 'Sie hat über # Erwähnung entschieden.', other: 'Sie hat über # Erwähnungen entschieden.' }),
};
