import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');
const characters = (length: number) => count(length, { one: '# Zeichen', other: '# Zeichen' });

export const entrance: Dictionary['entrance'] = {
  logIn: 'Anmelden',
  name: 'Name',
  password: 'Passwort',
  noMatch: 'Dieser Name und dieses Passwort gehören nicht zusammen.',
  tooOften: (seconds) =>
    `Zu viele Versuche. Warte ${count(seconds, { one: '# Sekunde', other: '# Sekunden' })} und versuche es noch einmal.`,
  welcome: 'Willkommen',
  welcomeTo: 'Willkommen bei Hearback',
  choose:
    'Lege fest, wie du dich an diesem Schreibtisch anmeldest. Es wird nichts verschickt, und es gibt keine Mail zu bestätigen.',
  newPassword: 'Neues Passwort',
  newPasswordFor: 'Ein neues Passwort für {name}',
  oldOne: 'Das alte gilt nicht mehr, und jeder Browser, der damit angemeldet ist, wird abgemeldet.',
  again: 'Dasselbe Passwort noch einmal',
  begin: 'Anfangen',
  setIt: 'Festlegen',
  atLeast: (length) => `Mindestens ${characters(length)}.`,
  nameTaken: 'Diesen Namen hat schon jemand: nimm einen anderen.',
  nameLength: 'Gib einen Namen mit 1 bis 100 Zeichen an.',
  tooShort: (length) => `Nimm mindestens ${characters(length)}; ein kurzer Satz ist gut.`,
  tooWeak: (length) =>
    `Das ist eines der ersten, die geraten werden. Nimm mindestens ${characters(length)}; ein kurzer Satz ist gut.`,
  tooLong: 'Nimm höchstens 1000 Zeichen.',
  notTheSame: 'Das ist nicht dasselbe Passwort.',
  unsafe:
    'Der Schreibtisch braucht https: dein Passwort ginge hier unverschlüsselt übers Netz. Stelle den Server hinter einen Proxy mit Zertifikat und starte ihn mit `--public-url https://…`, oder öffne ihn auf diesem Rechner.',
};
