import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const mention: Dictionary['mention'] = {
  title: 'Mention',
  shown: 'Les lecteurs la voient sous la page.',
  linkless: 'Approuvée, mais non affichée parce que son lien n’est pas là.',
  hidden: 'Les lecteurs ne la voient pas.',
  from: 'De',
  leadsTo: 'Mène à',
  about: 'Sur',
  name: 'Titre',
  author: 'Auteur',
  passage: 'Passage',
  published: 'Publiée',
  why: 'Pourquoi',
  links: 'Liens',
  withoutWords: 'sans mots',
  marked: '(marqué {rel})',
  matches: 'Correspond',
  match: {
    L0: 'lettre pour lettre',
    L1: 'selon l’écriture des navigateurs',
    L2: 'sans les différences qui ne veulent rien dire',
    L3: 'à http ou https près',
    L4: 'à la partie après # près',
    L5: 'à une barre finale ou à www. près',
    L6: 'par une autre adresse de la même page',
  },
  answer: 'Réponse',
  noindex: 'demande aux moteurs de recherche de ne pas la référencer',
  language: 'langue {code}',
  callsItself: 'S’appelle elle-même',
  announced: 'Annoncée',
  announcedBy: 'par {protocols}, {when}',
  again: (times) => count(times, { one: ' ; encore une fois {when}', other: ' ; encore # fois, la dernière {when}' }),
  firstSeen: 'Vue pour la première fois',
  lastSeen: 'Vue pour la dernière fois',
  lastChecked: 'Dernier contrôle',
  firstPublished: 'Première publication',
  undo: 'Annuler',
};
