import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const blockLists: Dictionary['blockLists'] = {
  title: 'Sperrlisten',
  what: 'Domains darauf werden abgewiesen, bevor etwas geholt wird, auf allen Websites. Was du immer zulässt, nicht. Sie werden jeden Tag neu gelesen.',
  domains: (domains) => count(domains, { one: '# Domain', other: '# Domains' }),
  skipped: (lines) => count(lines, { one: '# Zeile übersprungen', other: '# Zeilen übersprungen' }),
  notRead: 'noch nicht gelesen',
  looked: 'angesehen {when}',
  remove: 'Entfernen',
  removeOne: (address) => `${address} entfernen`,
  address: 'Adresse einer Liste, mit einer Domain je Zeile oder im Format einer hosts-Datei',
  notWeb: 'Gib eine Webadresse an, zum Beispiel https://lists.example/spam.txt.',
  subscribe: 'Abonnieren',
};
