import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const news: Dictionary['news'] = {
  deed: {
    mention: (who, page) => `${who} erwähnt ${page}`,
    reply: (who, page) => `${who} antwortet auf ${page}`,
    like: (who, page) => `${who} gefällt ${page}`,
    repost: (who, page) => `${who} teilt ${page}`,
    bookmark: (who, page) => `${who} merkt sich ${page}`,
    rsvp: (who, page) => `${who} antwortet auf die Einladung ${page}`,
  },
  held: (deed) => `${deed}: wartet auf dich`,
  published: (deed) => `${deed}: von einer deiner Regeln veröffentlicht`,
  withdrawn: (who, page) => `Leser sehen nicht mehr, was ${who} über ${page} sagt`,
  lost: (who, page) => `Der Link von ${who} auf ${page} ist weg`,
  recovered: (who, page) => `Der Link von ${who} auf ${page} ist wieder da`,
  somebody: 'Jemand',
  many: {
    'mention.held': (n) => count(n, { one: '# Erwähnung wartet auf dich', other: '# Erwähnungen warten auf dich' }),
    'mention.published': (n) =>
      count(n, { one: '# Erwähnung wurde veröffentlicht', other: '# Erwähnungen wurden veröffentlicht' }),
    'mention.withdrawn': (n) =>
      count(n, { one: '# Erwähnung wurde zurückgezogen', other: '# Erwähnungen wurden zurückgezogen' }),
    'mention.lost': (n) => count(n, { one: '# Link ist weg', other: '# Links sind weg' }),
    'mention.recovered': (n) => count(n, { one: '# Link ist wieder da', other: '# Links sind wieder da' }),
    'delivery.finished': (n) => count(n, { one: '# Zustellung ist beendet', other: '# Zustellungen sind beendet' }),
    'ledger.report': (n) => count(n, { one: '# Bericht über Links', other: '# Berichte über Links' }),
  },
  test: 'Eine Probe',
  testText: 'Dies ist eine Probe: Hier kommen die Nachrichten von Hearback an.',
  from: 'Von',
  to: 'An',
  decision: { approve: 'Freigeben', reject: 'Ablehnen', spam: 'Spam' },
  seeIt: 'Am Schreibtisch ansehen',
  inbox: 'Der Eingang',
  more: (n) => `Und ${n} weitere.`,
  asksAgain:
    'Ein Link, der entscheidet, öffnet eine Seite, die noch einmal fragt. Er gilt zwei Wochen, und nur solange niemand entschieden hat.',
  stop: 'Keine solchen Mails mehr',
  really: {
    approve: 'Diese Erwähnung freigeben?',
    reject: 'Diese Erwähnung ablehnen?',
    spam: 'Diese Erwähnung als Spam markieren?',
  },
  means: {
    approve: 'Leser werden sie unter deiner Seite sehen.',
    reject: 'Leser werden sie nicht sehen.',
    spam: 'Leser werden sie nicht sehen, und sie gilt als Spam.',
  },
  done: { approve: 'Freigegeben.', reject: 'Abgelehnt.', spam: 'Als Spam markiert.' },
  deadLink: 'Dieser Link gilt nicht mehr',
  deadLinkWhy:
    'Er ist älter als zwei Wochen, oder die Erwähnung gibt es nicht mehr, oder die Mails, mit denen er kam, wurden abbestellt. Entscheide am Schreibtisch.',
  decided: 'Es ist schon entschieden',
  decidedWhy: 'Jemand hat vor dir über diese Erwähnung entschieden. Ändere es am Schreibtisch.',
  desk: 'Zum Schreibtisch',
  stopTitle: 'Keine solchen Mails mehr?',
  stopText: (address) =>
    `${address} bekommt dann keine Nachrichten mehr. Am Schreibtisch lassen sie sich wieder einschalten.`,
  stopIt: 'Mails abbestellen',
  stopped: 'Abbestellt',
  stoppedText: (address) => `${address} bekommt keine Nachrichten mehr.`,
};
