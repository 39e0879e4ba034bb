import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const report: Dictionary['report'] = {
  title: (site, days) => `Links auf ${site}, ${days}`,
  subject: (title, counts) => `${title}: ${counts}`,
  counted: (what, number) => `${what}: ${number}`,
  nothing: 'In diesen Tagen ist kein Link neu, verloren, zurück oder geändert.',
  parts: {
    new: 'Neue Links',
    lost: 'Verlorene Links',
    recovered: 'Links, die zurück sind',
    changed: 'Geänderte Links',
  },
  many: {
    new: (n) => count(n, { one: '# neu', other: '# neu' }),
    lost: (n) => count(n, { one: '# verloren', other: '# verloren' }),
    recovered: (n) => count(n, { one: '# zurück', other: '# zurück' }),
    changed: (n) => count(n, { one: '# geändert', other: '# geändert' }),
  },
  live: 'Links, die jetzt da sind',
  domains: 'Die meisten neuen Links kamen von',
  pages: 'Die meisten neuen Links führen auf',
  visits: 'Die meisten Besuche kamen über',
  more: (n) => count(n, { one: 'Und # weiterer.', other: 'Und # weitere.' }),
  settings: 'Wie oft das kommt',
  page: 'Bericht per Mail',
  lead: 'Was in der Mail steht, jetzt erstellt.',
  of: 'Von',
  periods: {
    weekly: 'letzter Woche',
    'weekly-now': 'dieser Woche bisher',
    monthly: 'letztem Monat',
    'monthly-now': 'diesem Monat bisher',
  },
  asText: 'Die Mail als Text',
  to: 'Senden an',
  send: 'Jetzt senden',
  sent: 'Gesendet.',
  notSent: 'Nicht gesendet.',
  nobody: 'Noch erfährt niemand etwas per E-Mail. [Eine Adresse hinzufügen].',
  often: {
    never: 'Er wird nicht von selbst gesendet. [Wähle, wie oft].',
    weekly: 'Er wird jede Woche gesendet. [Ändern].',
    monthly: 'Er wird jeden Monat gesendet. [Ändern].',
  },
  howOften: 'Bericht über Links per Mail',
  paces: { never: 'nie', weekly: 'jede Woche', monthly: 'jeden Monat' },
  howOftenHint:
    'Am Morgen nach dem letzten Tag, an die E-Mail-Adressen der Benachrichtigungen, die davon hören. Geschah nichts, wird nichts gesendet.',
  zone: 'Zeitzone seiner Wochen und Monate',
};
