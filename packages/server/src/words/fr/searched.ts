import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const searched: Dictionary['searched'] = {
  title: 'Pages parcourues à la recherche de liens',
  what: 'Des pages dont une liste dit qu’elles renvoient vers vous, comme « Derniers liens » de la Search Console. Chacune est parcourue une fois, dès que les limites le permettent. Les liens trouvés attendent votre décision comme tous les autres.',
  waiting: (n) =>
    count(n, { none: 'Aucune n’attend.', one: '# attend d’être parcourue.', other: '# attendent d’être parcourues.' }),
  done: (n) =>
    count(n, { none: 'Aucune n’a encore été parcourue.', one: '# a été parcourue', other: '# ont été parcourues' }),
  withLinks: (n) => count(n, { none: 'aucune n’a de lien', one: '# a des liens', other: '# ont des liens' }),
  links: (n) => count(n, { none: 'aucun lien', one: '# lien', other: '# liens' }),
  all: 'Toutes',
  without: 'Seulement celles sans lien',
  page: 'Page',
  when: 'Parcourue',
  found: 'Ce qui a été trouvé',
  older: 'Plus anciennes',
  nothing: 'Il n’y en a pas.',
  give: 'Donner une liste de pages qui renvoient',
};
