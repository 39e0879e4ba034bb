import type { Dictionary } from '../dictionary.ts';

export const snippets: Dictionary['snippets'] = {
  find: 'Lass andere Blogs dich finden',
  head: 'In den Kopf (head) jeder Seite, so wie es dasteht:',
  headers: 'Und, wenn dein Server Kopfzeilen hinzufügen kann, dasselbe dort (manche Programme lesen nur Kopfzeilen):',
  rdf: 'Für Blogs, die TrackBacks senden, in jeden Beitrag: jeder mit seiner eigenen Adresse statt dieser (nach target= prozentkodiert) und seinem eigenen Titel, in dem keine zwei Bindestriche nebeneinander stehen dürfen.',
  beacon:
    'Um von Links zu hören, die niemand meldet, ans Ende jeder Seite: es meldet, woher ein Besucher kam. (`hearback refback FILE` liest dasselbe aus dem Zugriffsprotokoll deines Servers.)',
  off: 'Das Empfangen ist für diese Website ausgeschaltet, daher gibt es nichts zu kopieren: ihre Seiten dürfen nicht zu etwas einladen, was abgewiesen würde. Schalte es oben ein.',
  show: 'Zeige die Erwähnungen',
  widget: 'Dorthin, wo sie unter einem Beitrag erscheinen sollen:',
  fragment: 'Oder ohne Skripte: setze in die Seite, was diese Adresse antwortet, wenn du sie baust.',
  welcome: 'Du bist drin. Eines bleibt noch: kopiere die erste Zeile unten in den Kopf deiner Seiten.',
  noSite:
    'Es gibt noch keine Website. Starte den Server mit `--site https://your.example`, oder rufe `npx hearback site add` auf.',
};
