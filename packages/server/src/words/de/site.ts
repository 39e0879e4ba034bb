import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const site: Dictionary['site'] = {
  settingsOf: 'Einstellungen von {name}',
  idHint: 'Die Kennung einer Website, wie in der Liste der Websites: example.org',
  findHint: 'Eine Website nach Name oder Adresse finden',
  find: 'Finden',
  more: 'Weitere Websites',
  noneFound: 'Keine Website hat das in ihrem Namen oder ihrer Adresse.',
  oneAtATime: 'Von mehr als fünfzig Websites wird je eine gezeigt.',
  settings: 'Einstellungen',
  saved: 'Gespeichert.',
  notSaved: 'Noch nichts gespeichert: Sieh nach, was neben den Feldern steht.',
  fixed: 'In der Konfiguration festgelegt und dort zu ändern.',
  someFixed: 'Was in der Konfigurationsdatei steht, ist hier nicht zu ändern: Die Datei hat Vorrang.',
  receiving: 'Empfangen',
  receive: 'Empfangen: Andere Blogs dürfen melden, dass sie hierher verlinken',
  by: 'Über',
  byHint: 'Was aus ist, wird für deine Seiten nicht angeboten und abgelehnt, wenn es kommt. Was schon da ist, bleibt.',
  closeAfter: 'Seiten nehmen nach so vielen Tagen keine Erwähnungen mehr an',
  closeAfterHint:
    'Gezählt ab dem Datum aus Feed oder Sitemap. 0 schließt nie. Eine Seite, die du einzeln eingeschaltet hast, bleibt offen.',
  undated: 'Seiten mit unbekanntem Datum',
  undatedOpen: 'bleiben offen',
  undatedClosed: 'nehmen keine Erwähnungen an',
  dated: (known, all) =>
    `${count(known, { none: 'Keine Seite hat', one: 'Eine Seite hat', other: '# Seiten haben' })} ein bekanntes Datum, von ${count(all, { one: '#', other: '#' })} im Verzeichnis.`,
  pages: 'Einzelne Seiten ein- und ausschalten',
  shown: 'Wer ohne deine Entscheidung gezeigt wird',
  mode: {
    all: 'Niemand: Alles wartet auf dich, auch was eine Regel erlaubt',
    rules: 'Wen eine deiner Regeln erlaubt',
    first: 'Auch wen du auf dieser Website schon zugelassen hast: Nur wer neu ist, wartet',
  },
  modeHint:
    'Sperren und Stummschalten gelten immer. Hosts, auf denen viele schreiben, etwa medium.com, gelten jedes Mal als neu.',
  sending: 'Senden',
  tell: 'Den Seiten Bescheid geben, auf die diese Website verlinkt',
  tellAutomatic: 'von selbst, sobald ein Beitrag neu oder geändert ist',
  tellAsked: 'nur wenn ich „hearback send“ aufrufe',
  tellNever: 'nie',
  links: 'Welche Links gemeldet werden',
  linksIn: 'Nur die in diesen Teilen einer Seite',
  linksNotIn: 'Und nie die in diesen',
  linksInternal: 'Auch Links auf Seiten dieser Website',
  linksNofollow: 'Auch Links mit „nofollow“',
  keeping: 'Wie lange etwas aufbewahrt wird, in Tagen',
  keepingHint: '0 bewahrt für immer auf. Was einmal öffentlich war, wird hier nie gelöscht.',
  keep: {
    spam: 'Spam',
    rejected: 'Was du abgelehnt hast',
    refused: 'Was abgewiesen wurde',
    traces: 'Schritte einer Spur, außer Entscheidungen',
  },
  refusedHint: '1 bis 30, und höchstens die neuesten 10.000.',
  save: 'Speichern',
  wholeNumber: (least, most) => `Gib eine ganze Zahl von ${least} bis ${most} an.`,
  badSelector: 'Gib einfache Selektoren an, etwa article, .post-body oder #content, mehrere mit Komma.',
  noProtocol: 'Lass eines an oder schalte oben das Empfangen aus.',
  rules: (number) => count(number, { none: 'noch keine Regeln', one: 'eine Regel', other: '# Regeln' }),
  rulesHint: 'Wer hier immer erlaubt, stumm oder gesperrt ist: {rules}.',
  reasons: 'Absendern sagen, warum ihre Meldung nicht gezeigt wird',
  reasonsHint:
    'Auf der Seite, die ihnen dafür genannt wurde: die Schritte ihrer eigenen Meldung und was sie tun können. Nie, welche deiner Regeln sie aufhielt oder was in deinem Netz ist. Ausgeschaltet hören alle dasselbe.',
};
