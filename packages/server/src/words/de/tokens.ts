import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const tokens: Dictionary['tokens'] = {
  title: 'Tokens',
  what: 'Mit einem Token handelt ein Programm für dich. Es wird als Kopfzeile gesendet, `Authorization: Bearer hb_…`; in einer Adresse gilt nur eines, das nichts als lesen darf.',
  made: 'Das Token {name}. Kopiere es jetzt: es wird nur dieses eine Mal gezeigt.',
  revoked: 'Widerrufen: es öffnet nichts mehr.',
  nameNeeded: 'Gib dem Token einen Namen mit 1 bis 100 Zeichen.',
  scopeNeeded: 'Kreuze an, was das Token darf.',
  siteGone: 'Diese Website gibt es nicht mehr.',
  tooMany: (most) =>
    count(most, {
      one: 'Es gibt schon # Token: widerrufe es zuerst.',
      other: 'Es gibt schon # Tokens: widerrufe zuerst eines.',
    }),
  name: 'Name',
  may: 'Darf',
  site: 'Website',
  lastUsed: 'Zuletzt benutzt',
  all: 'alle',
  madeBy: 'Angelegt von',
  commandLine: 'einem Befehl',
  noLonger: (scopes) => `nicht mehr ${scopes}: Wer es angelegt hat, darf es nicht`,
  never: 'nie',
  revoke: 'Widerrufen',
  revokeOne: (name) => `${name} widerrufen`,
  action: 'Aktion',
  fresh: 'Ein neues Token',
  nameHint: 'Wofür es ist, damit du weißt, welches du widerrufen musst.',
  itMay: 'Es darf',
  scopes: {
    read: 'Alles lesen: auch Wartendes, Abgelehntes und Gesendetes, mit den Gründen',
    moderate: 'Entscheiden: freigeben, ablehnen, Spam nennen',
    send: 'Seiten meiner Websites ankündigen',
    import: 'Dateien anderer Orte importieren: Was dort öffentlich war, kann hier öffentlich werden',
    feed: 'Den Feed dessen lesen, was wartet, über eine Adresse, in der das Token steht (nur wenn es sonst nichts darf)',
  },
  for: 'Für',
  allSites: 'alle Websites',
  make: 'Anlegen',
};
