import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const mention: Dictionary['mention'] = {
  title: 'Erwähnung',
  shown: 'Leser sehen sie unter der Seite.',
  linkless: 'Freigegeben, aber nicht gezeigt, weil ihr Link nicht da ist.',
  hidden: 'Leser sehen sie nicht.',
  from: 'Von',
  leadsTo: 'Führt zu',
  about: 'Über',
  name: 'Titel',
  author: 'Autor',
  passage: 'Stelle',
  published: 'Veröffentlicht',
  why: 'Warum',
  links: 'Links',
  withoutWords: 'ohne Worte',
  marked: '(gekennzeichnet als {rel})',
  matches: 'Stimmt überein',
  match: {
    L0: 'Buchstabe für Buchstabe',
    L1: 'in der Schreibweise der Browser',
    L2: 'ohne Unterschiede, die nichts bedeuten',
    L3: 'bis auf http oder https',
    L4: 'bis auf den Teil nach #',
    L5: 'bis auf einen Schrägstrich am Ende oder www.',
    L6: 'über eine andere Adresse derselben Seite',
  },
  answer: 'Antwort',
  noindex: 'will von Suchmaschinen nicht aufgeführt werden',
  language: 'Sprache {code}',
  callsItself: 'Nennt sich selbst',
  announced: 'Gemeldet',
  announcedBy: 'per {protocols}, {when}',
  again: (times) => count(times, { one: '; noch einmal {when}', other: '; noch #-mal, zuletzt {when}' }),
  firstSeen: 'Zuerst gesehen',
  lastSeen: 'Zuletzt gesehen',
  lastChecked: 'Zuletzt geprüft',
  firstPublished: 'Zuerst veröffentlicht',
  undo: 'Rückgängig',
};
