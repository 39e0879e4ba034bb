import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('de');

export const searched: Dictionary['searched'] = {
  title: 'Nach Links durchsuchte Seiten',
  what: 'Seiten, von denen eine Liste sagt, dass sie zu dir verlinken, etwa „Neueste Links“ der Search Console. Jede wird einmal angesehen, sobald die Grenzen es erlauben. Die Links, die sich dort finden, warten wie alle anderen auf deine Entscheidung.',
  waiting: (n) =>
    count(n, { none: 'Keine wartet.', one: '# wartet auf ihre Durchsicht.', other: '# warten auf ihre Durchsicht.' }),
  done: (n) =>
    count(n, { none: 'Noch keine wurde durchsucht.', one: '# wurde durchsucht', other: '# wurden durchsucht' }),
  withLinks: (n) => count(n, { none: 'keine hat einen Link', one: '# hat Links', other: '# haben Links' }),
  links: (n) => count(n, { none: 'kein Link', one: '# Link', other: '# Links' }),
  all: 'Alle',
  without: 'Nur die ohne Link',
  page: 'Seite',
  when: 'Durchsucht',
  found: 'Was sich fand',
  older: 'Ältere',
  nothing: 'Es gibt keine.',
  give: 'Eine Liste verlinkender Seiten geben',
};
