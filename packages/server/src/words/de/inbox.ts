import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');
const mentions = (n: number) => count(n, { one: '# Erwähnung', other: '# Erwähnungen' });

export const inbox: Dictionary['inbox'] = {
  inbox: 'Eingang',
  tabs: {
    held: 'Wartend',
    approved: 'Freigegeben',
    rejected: 'Abgelehnt',
    spam: 'Spam',
    lost: 'Verloren',
    all: 'Alle',
  },
  tabsLabel: 'Erwähnungen',
  older: 'Ältere Erwähnungen',
  newest: 'Zurück zu den neuesten',
  forgottenAfter: (days) =>
    `Was hier ${count(days, { one: '# Tag', other: '# Tage' })} ohne Entscheidung wartet, wird vergessen.`,

  search: 'Suchen',
  searchHint: 'ganze Wörter aus Titel, Textstelle, Autor oder Adressen',
  filters: 'Filter',
  show: 'Zeigen',
  any: 'beliebig',
  fields: {
    q: 'Wörter',
    site: 'Website',
    target: 'Deine Seite',
    author: 'Autor',
    domain: 'Domain',
    kind: 'Art',
    protocol: 'Protokoll',
    from: 'Von',
    to: 'Bis',
  },
  hints: { target: 'ihre Adresse', author: 'Name oder Adresse', domain: 'blog.example' },
  kinds: {
    mention: 'Erwähnung',
    reply: 'Antwort',
    like: 'Gefällt mir',
    repost: 'Geteilt',
    bookmark: 'Lesezeichen',
    rsvp: 'Antwort auf eine Einladung',
  },
  chosen: 'Eingegrenzt durch',
  remove: (name) => `Filter entfernen: ${name}`,
  removeAll: 'Alles zeigen',

  problem: {
    show: '„show“ ist eines von held, approved, rejected, spam, lost und all.',
    q: '„Wörter“ braucht mindestens einen Buchstaben oder eine Ziffer.',
    site: '„Website“ ist keine von deinen.',
    target: '„Deine Seite“ ist die Adresse einer Seite, wie https://du.example/beitrag.',
    author: '„Autor“ ist ein Name oder die Adresse einer Seite.',
    domain: '„Domain“ ist ein Hostname ohne Pfad, wie blog.example.',
    kind: '„Art“ ist eines von mention, reply, like, repost, bookmark und rsvp.',
    protocol: '„Protokoll“ ist eines von pingback, webmention, trackback und refback.',
    from: '„Von“ ist ein Tag des Kalenders, wie 2026-11-25.',
    to: '„Bis“ ist ein Tag des Kalenders, wie 2026-11-25.',
    order: '„Von“ liegt nach „Bis“: Dazwischen kann nichts liegen.',
    before: '„before“ führt an keine Stelle der Liste. Beginne an ihrem Anfang.',
  },

  empty: {
    held: 'Nichts wartet auf dich.',
    approved: 'Noch ist nichts freigegeben. Was du freigibst, steht sofort unter deinen Seiten.',
    rejected: 'Du hast nichts abgelehnt.',
    spam: 'Kein Spam. Was du Spam nennst, bleibt hier und wird nie gezeigt.',
    lost: 'Jeder Link, der gefunden wurde, ist noch da.',
    all: 'Noch wurde nichts empfangen.',
  },
  emptyNext: {
    held: '[Ansehen, was Leser sehen]',
    approved: '[Ansehen, was auf dich wartet]',
    rejected: '[Ansehen, was auf dich wartet]',
    spam: '[Regeln schreiben, die Spam von selbst erkennen]',
    lost: '[Ansehen, was Leser sehen]',
    all: '[Eine Zeile in den Kopf deiner Seiten kopieren]',
  },
  emptyFiltered: 'Keine Erwähnung passt.',
  emptyElsewhere: 'Anderswo gibt es:',
  emptyHint: 'Nur ganze Wörter werden gefunden. Entferne einen Filter oder sieh in einer anderen Liste nach.',
  first: {
    title: 'Noch keine Erwähnungen',
    twoThings: 'Zwei Dinge, und diese Seite füllt sich von selbst:',
    copy: '[Kopiere eine Zeile in den Kopf deiner Seiten], damit andere Blogs dich finden.',
    link: 'Verlinke eine deiner Seiten von irgendeiner anderen Seite und sag es uns dann: mit `npx hearback send` und der Adresse dieser Seite, oder von einem Blog, das Pingbacks sendet.',
    demo: 'Um erst alles in Betrieb zu sehen, starte `npx hearback demo`: zwei kleine Blogs auf deinem eigenen Rechner.',
  },

  card: {
    tick: (who) => `Die Erwähnung von ${who} ankreuzen`,
    about: 'Über',
    words: 'Die Wörter des Links:',
    byThem: 'Alles von diesem Autor',
    ofDomain: 'Alles von dieser Domain',
    read: 'Den Text lesen',
    story: 'Was geschah',
  },

  withTicked: 'Mit allen angekreuzten',
  tickAll: 'Alle auf dieser Seite ankreuzen',
  decide: {
    approve: 'Freigeben',
    reject: 'Ablehnen',
    spam: 'Spam',
    takeBack: 'Zurücknehmen',
    putBack: 'Zurücklegen',
    notSpam: 'Kein Spam',
    afterAll: 'Doch freigeben',
  },
  always: { allow: 'Immer zulassen…', mute: 'Stummschalten…', block: 'Sperren…' },
  alwaysLabel: 'Von jetzt an',
  scope: {
    author: 'diesen Autor',
    path: 'diesen Pfad',
    host: 'diese Domain',
    word: 'diese Wörter',
    text: 'diese Buchstaben',
  },

  all: {
    link: (n) => `Über alle ${n} dieser Liste entscheiden…`,
    title: (n) => `Über ${mentions(n)} auf einmal entscheiden?`,
    which: 'Es geht um alles in dieser Liste:',
    more: (n) => `Es gibt mehr: Über die neuesten ${count(n, { one: '#', other: '#' })} wird auf einmal entschieden.`,
    later: 'Was von jetzt an eintrifft, gehört nicht dazu.',
    some: 'Die ersten davon:',
    approve: 'Alle freigeben',
    reject: 'Alle ablehnen',
    spam: 'Alle Spam nennen',
    none: 'In dieser Liste ist nichts mehr.',
  },
  ratherNot: 'Lieber nicht',

  rule: {
    title: { allow: 'Immer zulassen: {what}?', mute: 'Stummschalten: {what}?', block: 'Sperren: {what}?' },
    does: {
      allow: {
        author: 'Gibt diese frei und jede spätere Seite, die {value} als Autor nennt und auf demselben Host liegt.',
        path: 'Gibt diese frei und jede spätere Seite, deren Adresse mit {value} beginnt.',
        host: 'Gibt diese frei und jede spätere Seite von {value} und von jedem Namen darunter.',
      },
      mute: {
        author:
          'Zeigt Lesern nicht, ohne sie Spam zu nennen, diese und jede spätere Seite, die {value} als Autor nennt und auf demselben Host liegt.',
        path: 'Zeigt Lesern nicht, ohne sie Spam zu nennen, diese und jede spätere Seite, deren Adresse mit {value} beginnt.',
        host: 'Zeigt Lesern nicht, ohne sie Spam zu nennen, diese und jede spätere Seite von {value} und von jedem Namen darunter.',
      },
      block: {
        author:
          'Nennt diese Spam und weist jede spätere Seite ab, die {value} als Autor nennt und auf demselben Host liegt.',
        path: 'Nennt diese Spam und weist jede spätere Seite ab, deren Adresse mit {value} beginnt.',
        host: 'Nennt diese Spam und weist jede spätere Seite von {value} und von jedem Namen darunter ab.',
      },
    },
    held: (n) =>
      count(n, {
        none: 'Von dem, was jetzt wartet, trifft sie nichts.',
        one: 'Von dem, was jetzt wartet, trifft sie # Erwähnung; über sie wird sofort entschieden.',
        other: 'Von dem, was jetzt wartet, trifft sie # Erwähnungen; über sie wird sofort entschieden.',
      }),
    shown: (n) =>
      count(n, {
        none: 'Von dem, was Leser sehen, trifft sie nichts.',
        one: 'Von dem, was Leser sehen, trifft sie # Erwähnung; sie bleibt, bis du selbst über sie entscheidest.',
        other: 'Von dem, was Leser sehen, trifft sie # Erwähnungen; sie bleiben, bis du selbst über sie entscheidest.',
      }),
    partial: 'Nur die neuesten zehntausend wurden durchgesehen.',
    examples: 'Darunter:',
    sure: { allow: 'Immer zulassen', mute: 'Stummschalten', block: 'Sperren' },
    gone: 'Diese Erwähnung ist nicht mehr da oder nennt keinen solchen Autor.',
  },

  undo: 'Rückgängig',
  done: {
    nothing: 'Nichts wurde geändert: Keine Erwähnung war angekreuzt, oder sie ist nicht mehr da.',
    approve: (n) => `${mentions(n)} freigegeben.`,
    reject: (n) => `${mentions(n)} abgelehnt.`,
    spam: (n) => `${mentions(n)} Spam genannt.`,
    hold: (n) => `${mentions(n)} in die Schlange zurückgelegt.`,
    undo: (n) => `${mentions(n)} wie vorher.`,
    allow: (n) => `${mentions(n)} freigegeben, und die Regel gilt für alles, was kommt.`,
    mute: (n) => `${mentions(n)} stummgeschaltet, und die Regel gilt für alles, was kommt.`,
    block: (n) => `${mentions(n)} gesperrt, und die Regel gilt für alles, was kommt.`,
  },

  live: {
    fresh: (n) => count(n, { one: '# neue', other: '# neue' }),
    load: 'Neues zeigen',
    failed: 'Das hat nicht geklappt. Nichts wurde geändert; versuche es noch einmal.',
  },
  keys: {
    title: 'Tasten',
    help: 'Tasten (?)',
    close: 'Schließen',
    use: 'Diese Tasten benutzen',
    next: 'nächste Erwähnung',
    previous: 'Erwähnung davor',
    approve: 'freigeben',
    reject: 'ablehnen',
    spam: 'Spam nennen',
    undo: 'letzte Entscheidung zurücknehmen',
    tick: 'ankreuzen oder nicht',
    open: 'alles über sie',
    search: 'suchen',
    fresh: 'Neues zeigen',
    help2: 'diese Liste',
  },

  text: {
    title: 'Text der Seite',
    back: 'Zurück zur Erwähnung',
    note: 'Was beim letzten Blick um den Link herum stand, als bloßer Text. Von jener Seite wird nichts geladen.',
    none: 'Es ist kein Text da: Die Seite wurde noch nicht gelesen, oder bevor Texte aufgehoben wurden. Der nächste Blick hebt ihn auf.',
  },
};
