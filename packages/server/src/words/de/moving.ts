import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

/** Bringing mentions from another place, and taking them elsewhere. */
export const moving: Dictionary['moving'] = {
  title: 'Umziehen',
  what: 'Hol Erwähnungen von einem anderen Ort, oder nimm deine mit.',
  inTitle: 'Erwähnungen holen',
  inWhat:
    'Eine Exportdatei von WordPress, oder was webmention.io, go-jamming oder webmentiond dir gegeben hat. Was dort öffentlich war, wird nach und nach und mit Rücksicht noch einmal angesehen und ist dann hier öffentlich; was dort wartete, wartet auf dich; Spam und Papierkorb bleiben draußen. Was schon hier ist, bleibt, wie es ist: Dieselbe Datei zweimal schadet nicht.',
  file: 'Datei',
  fileHint:
    'Bis 1 GiB; sie wird gelesen, während alles andere weitergeht. Größere, und Adressen mit einem Token, liest der Befehl `hearback import FILE`.',
  dry: 'Nur ansehen: sagen, was hereinkäme, und nichts speichern',
  site: 'Website',
  allSites: 'alle Websites',
  read: 'Lesen',
  noFile: 'Wähle zuerst eine Datei.',
  notWhole: 'Sie wurde nicht angenommen:',
  busy: 'Fünf Dateien warten schon darauf, gelesen zu werden: Warte eine davon ab.',
  stopped:
    'Das Lesen endete vor dem Ende der Datei, und was davor stand, ist behalten. In den Worten des Lesers: {problem}',
  runs: 'Gegebene Dateien',
  given: 'Gegeben',
  states: {
    waiting: 'Wartet, bis sie an der Reihe ist.',
    reading: 'Wird gelesen.',
    stalled: 'Steht still.',
    done: 'Bis zum Ende gelesen.',
    ended: 'Vor dem Ende beendet.',
  },
  stalledTodo:
    'Der Server, der die Datei hatte, ist weg. Es geht weiter, wenn er wieder da ist; oder gib die Datei noch einmal: Was hier ist, bleibt, wie es ist.',
  dryDone: 'Sie wurde nur angesehen: Nichts wurde gespeichert.',
  again: 'Noch einmal nachsehen',
  stop: 'Nicht weiterlesen',
  leftOut: 'Was ausgelassen wurde',
  leftOutFile: 'Als Tabelle speichern (CSV, die ersten 10.000)',
  done: (n: number) => count(n, { one: 'Gelesen: # Eintrag.', other: 'Gelesen: # Einträge.' }),
  nothingNew: 'Es war nichts Neues darin, also hat sich nichts geändert.',
  outcome: 'Ergebnis',
  number: 'Anzahl',
  outTitle: 'Erwähnungen mitnehmen',
  outWhat:
    'Dateien, die andere lesen. Was Spam, abgelehnt oder verloren ist, bleibt hier, ebenso Tokens und Adressen von Menschen. Für Dateien jeder Größe, und für Teile, gibt es `hearback export FILE`.',
  save: 'Speichern',
  formats: {
    wxr: 'Für WordPress: Pingbacks, Trackbacks und Webmentions als Kommentare ihrer Seiten, auch die wartenden',
    jf2: 'JF2 von webmention.io: was öffentlich ist',
    jsonfeed: 'JSON Feed: was öffentlich ist',
  },
  removals: 'Auf Wunsch entfernt',
  removalsWhat: 'Wen jemand entfernt haben wollte: endgültig löschen und nicht mehr hereinlassen.',
  taken: {
    approved: 'waren dort öffentlich: angenommen, und angesehen, bevor sie gezeigt werden',
    pending: 'warteten dort: sie warten auf dich',
    named: 'waren nur genannt: sie werden angesehen wie alle anderen',
  },
  linking: 'nennen eine Seite, die verlinkt: sie wird nach Links zu deinen Websites durchsucht',
  searched: 'Was aus den durchsuchten Seiten wurde',
  skipped: {
    comment: 'Kommentare von Menschen: ausgelassen',
    spam: 'dort Spam genannt: ausgelassen',
    trash: 'dort im Papierkorb: ausgelassen',
    private: 'dort privat: ausgelassen',
    deleted: 'dort gelöscht: ausgelassen',
    unpublished: 'auf Seiten, die dort nicht öffentlich waren: ausgelassen',
    unreadable: 'ohne brauchbare Quelle und Ziel: ausgelassen',
    foreign: 'auf Seiten keiner deiner Websites: ausgelassen',
    unknown: 'auf Seiten, die nicht im Verzeichnis deiner Seiten stehen: ausgelassen',
    gone: 'auf Seiten von dir, die es nicht mehr gibt: ausgelassen',
    self: 'einer Seite auf sich selbst: ausgelassen',
    own: 'Seiten deiner eigenen Websites: ausgelassen',
    blocked: 'von deinen Regeln und Listen abgewiesen oder früher vergessen: ausgelassen',
    removed: 'auf Wunsch entfernt: ausgelassen',
    known: 'schon hier: wie sie waren',
    searched: 'werden schon nach Links durchsucht, oder wurden es vor weniger als einer Woche: ausgelassen',
  },
};
