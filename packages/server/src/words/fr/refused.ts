import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const refused: Dictionary['refused'] = {
  title: 'Refus',
  what: 'Des notifications qui ne demandaient aucune décision de votre part. Elles sont oubliées au bout d’un moment.',
  nothing: 'Rien n’a été refusé.',
  older: 'Plus anciennes',
  newest: 'Revenir aux plus récentes',
  from: 'De',
  about: 'Sur',
  why: 'Pourquoi',
  when: 'Quand',
  repeated: (times) => count(times, { one: 'Répétée une fois.', other: 'Répétée # fois.' }),
  noLink: 'La page a été regardée et ne contient aucun lien vers la vôtre.',
  details: 'Détails',
};
