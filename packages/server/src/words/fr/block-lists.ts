import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const blockLists: Dictionary['blockLists'] = {
  title: 'Listes de blocage',
  what: 'Les domaines qui y figurent sont refusés avant tout téléchargement, sur tous les sites. Ce que vous acceptez toujours ne l’est pas. Elles sont relues chaque jour.',
  domains: (domains) => count(domains, { one: '# domaine', other: '# domaines' }),
  skipped: (lines) => count(lines, { one: '# ligne omise', other: '# lignes omises' }),
  notRead: 'pas encore lue',
  looked: 'regardée {when}',
  remove: 'Supprimer',
  removeOne: (address) => `Supprimer ${address}`,
  address: 'Adresse d’une liste, avec un domaine par ligne ou au format d’un fichier hosts',
  notWeb: 'Donnez une adresse web, par exemple https://lists.example/spam.txt.',
  subscribe: 'S’abonner',
};
