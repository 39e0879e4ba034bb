import type { Dictionary } from '../dictionary.ts';

export const build: Dictionary['build'] = {
  link: 'Build-Hook',
  titleOf: 'Build-Hook von {site}',
  what: 'Eine Website, die gebaut wird, zeigt neue Erwähnungen nach dem nächsten Bau. Wenn eine Erwähnung erscheint, sich ändert oder verschwindet, wird die Adresse unten aufgerufen: eine Minute später, damit zehn Freigaben ein einziger Bau sind, und höchstens einmal in fünf Minuten.',
  none: 'Noch erfährt niemand davon.',
  isAt: (host, end) => `${host} erfährt davon, unter einer Adresse, die auf „${end}“ endet.`,
  last: (moment) => `Zuletzt, ${moment}:`,
  url: 'Adresse, die aufgerufen wird',
  urlHint:
    'Ein Build-Hook von Netlify oder ein Deploy-Hook von Cloudflare Pages, https://api.github.com/repos/…/dispatches oder jede andere Adresse. Wer sie kennt, kann Bauten auslösen.',
  token: 'Token',
  tokenHint:
    'Für GitHub: eines, das Inhalte schreiben darf (oder Actions, für einen Workflow). Andere brauchen keines.',
  noUrl: 'Das ist keine Webadresse wie https://api.netlify.com/build_hooks/….',
  noToken: 'GitHub nimmt keinen Aufruf ohne Token an: Erstelle eines, das Inhalte dieses Repositorys schreiben darf.',
  badToken: 'Ein Token hat Buchstaben, Ziffern und Zeichen, aber keine Leerzeichen: Kopiere es noch einmal.',
  save: 'Speichern',
  now: 'Jetzt bauen',
  turnOff: 'Ausschalten',
  back: 'Zurück zu den Websites',
  saved: 'Gespeichert.',
  asked: 'Um einen Bau wird gebeten; was daraus wird, steht gleich hier.',
  off: 'Ausgeschaltet: Niemand erfährt mehr davon.',
};
