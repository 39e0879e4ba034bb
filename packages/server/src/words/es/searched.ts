import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const searched: Dictionary['searched'] = {
  title: 'Páginas en las que se buscan enlaces',
  what: 'Páginas de las que una lista dice que enlazan contigo, como «Enlaces más recientes» de Search Console. Cada una se mira una vez, en cuanto los límites lo permiten. Los enlaces que se encuentran esperan tu decisión como todos.',
  waiting: (n) =>
    count(n, { none: 'Ninguna espera.', one: '# espera a ser mirada.', other: '# esperan a ser miradas.' }),
  done: (n) => count(n, { none: 'Aún no se miró ninguna.', one: 'Se miró #', other: 'Se miraron #' }),
  withLinks: (n) => count(n, { none: 'ninguna tiene enlaces', one: '# tiene enlaces', other: '# tienen enlaces' }),
  links: (n) => count(n, { none: 'ningún enlace', one: '# enlace', other: '# enlaces' }),
  all: 'Todas',
  without: 'Solo las que no tienen enlaces',
  page: 'Página',
  when: 'Mirada',
  found: 'Lo que se encontró',
  older: 'Más antiguas',
  nothing: 'No hay ninguna.',
  give: 'Dar una lista de páginas que enlazan',
};
