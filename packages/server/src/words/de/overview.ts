import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const overview: Dictionary['overview'] = {
  title: 'Überblick',
  site: 'Website',
  all: 'alle Websites',
  period: 'Der letzten',
  days: (number) => count(number, { one: '# Tag', other: '# Tage' }),
  show: 'Zeigen',
  waiting: (number) =>
    count(number, {
      none: 'Nichts wartet auf deine Entscheidung.',
      one: '[Eine Erwähnung wartet] auf deine Entscheidung.',
      other: '[# Erwähnungen warten] auf deine Entscheidung.',
    }),
  arrivals: 'Was ankam und was daraus wurde',
  arrivalsNote:
    'Nach dem Tag der Ankunft (UTC). Auch eine spätere Entscheidung zählt für diesen Tag. Was seines Alters wegen gelöscht wurde, zählt weiter.',
  spamShare: 'Anteil von Spam an dem, was ankam',
  deliveries: 'Was gemeldet wurde und was daraus wurde',
  targets: 'Am häufigsten verlinkte Seiten',
  sources: 'Domains, die am häufigsten verlinken',
  onlyApproved: 'Nur zugelassene Erwähnungen.',
  nothingApproved: 'Von dem, was in diesen Tagen ankam, ist nichts zugelassen.',
  nothingTold: 'In diesen Tagen wurde nichts gemeldet.',
  asTable: 'Die Zahlen',
  day: 'Tag',
  total: 'Alle',
  outcome: {
    approved: 'Zugelassen',
    pending: 'Wartet',
    rejected: 'Abgelehnt',
    spam: 'Spam',
    absent: 'Kein Link',
    refused: 'Abgewiesen',
  },
  page: 'Seite',
  domain: 'Domain',
  mentions: 'Erwähnungen',
  share: 'Spam',
  queue: 'Was darauf wartet, dranzukommen',
  nothingQueued: 'Nichts ist überfällig: Was getan werden konnte, ist getan.',
  work: 'Arbeit',
  overdue: 'Könnte jetzt getan werden',
  oldest: 'Das Älteste seit',
  jobs: {
    verify: 'Seiten ansehen',
    deliver: 'Anderen Bescheid geben',
    map: 'Deine Sitemaps lesen',
    watch: 'Deine Feeds beobachten',
    hook: 'Zurückmelden',
    notice: 'Benachrichtigungen verschicken',
    avatar: 'Bilder von Verfassern holen',
    chore: 'Hausarbeit',
  },
  empty: 'Noch ist keine Erwähnung angekommen',
  emptyWhat: 'Zwei Dinge, und diese Seite füllt sich von selbst:',
  emptyInvite: '[Kopiere eine Zeile in den Kopf deiner Seiten], damit andere Blogs dich finden.',
  emptyTell:
    'Verlinke von irgendeiner anderen Seite auf eine von deinen und sage uns Bescheid: mit `npx hearback send` und der Adresse jener Seite, oder von einem Blog, das Pingbacks verschickt.',
  emptyDemo:
    'Um alles erst einmal arbeiten zu sehen: `npx hearback demo` startet zwei kleine Blogs auf deinem Rechner.',
};
