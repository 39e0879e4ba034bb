import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

/** Whom somebody asked to have removed. */
export const removals: Dictionary['removals'] = {
  title: 'Auf Wunsch entfernt',
  what: 'Was von einer Seite, einem Host oder einem Autor kam, wird endgültig gelöscht, mit allen Spuren, und nicht mehr hereingelassen: weder durch eine neue Benachrichtigung noch durch einen Import, einen weiteren Blick oder einen Besucher. Hier bleibt nur ein Hash, an dem es wiedererkannt wird; wer es war, sagt nichts.',
  kind: 'Was',
  kinds: {
    page: 'Eine Seite',
    host: 'Ein Host und alles darunter',
    author: 'Ein Autor, nach der Adresse seiner Seite oder seinem ganzen Namen',
  },
  value: 'Adresse, Host oder Name',
  neither: 'Das ist keine solche Adresse, kein Host und kein Name.',
  own: 'Das ist eine deiner eigenen Websites; nichts wurde gelöscht.',
  suffix:
    'Unter diesem Namen kann jeder eine Website haben, und alle verschwänden. Nenne eine davon; „hearback forget --whole-suffix“ nimmt sie alle.',
  wish: 'Auf wessen Wunsch',
  wishes: {
    theirs: 'dessen, um den es geht',
    owner: 'auf meinen',
    authority: 'einer Behörde',
  },
  sure: 'Ich weiß, dass sich das nicht zurücknehmen lässt.',
  notSure: 'Bestätige, dass du das weißt.',
  remove: 'Endgültig löschen',
  receipt: 'Beleg',
  receiptWhat:
    'Kopiere ihn jetzt und gib ihn dem, der darum bat: Er wird nur dieses eine Mal gezeigt, und nichts hier bewahrt auf, wer das war.',
  when: 'Wann',
  number: 'Nummer',
  erased: 'Gelöscht',
  mentions: (n: number) => count(n, { one: '# Erwähnung', other: '# Erwähnungen' }),
  deliveries: (n: number) => count(n, { one: '# Mitteilung', other: '# Mitteilungen' }),
  refusals: (n: number) => count(n, { one: '# Abweisung', other: '# Abweisungen' }),
  backups: 'Sicherungen enthalten es noch, bis sie ablaufen.',
  howToLift:
    'Wer die Sperre mit ihrer Nummer aufhebt, auf dieser Seite oder mit `hearback forget lift`, lässt es wieder herein. Was gelöscht ist, bleibt gelöscht.',
  listed: 'Was nicht mehr hereingelassen wird',
  nothing: 'Niemand wurde entfernt.',
  lift: 'Wieder hereinlassen',
  lifted: 'Aufgehoben: Es darf wieder hereinkommen. Was gelöscht ist, bleibt gelöscht.',
  liftOne: (id: string) => `Wieder hereinlassen: ${id}`,
};
