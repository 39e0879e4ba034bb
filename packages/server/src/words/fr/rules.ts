import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const rules: Dictionary['rules'] = {
  title: 'Règles',
  fresh: 'Une nouvelle règle',
  what: 'Ce qu’elle fait',
  toWhat: 'À quoi',
  choices: {
    host: 'un domaine ou une adresse',
    author: 'la page d’un auteur',
    word: 'des mots, tels quels',
    text: 'des lettres, aussi à l’intérieur des mots',
  },
  value: 'Domaine, adresse ou mots',
  site: 'Sur le site',
  see: 'Voir ce qu’elle toucherait',
  problem: {
    empty: 'Une règle a besoin d’un domaine, d’une adresse ou de mots.',
    words: 'Les mots d’une règle ont de 1 à 200 caractères.',
    neither: 'Ce n’est ni un domaine ni une adresse, comme spam.example ou https://host.example/~eve/.',
    path: 'Cela contient un chemin ; une règle pour un domaine est un nom seul, comme spam.example.',
  },
  shared:
    'Chacun peut avoir un site sous {host} : cette règle toucherait des gens qui n’ont rien à voir les uns avec les autres. Une règle pour l’un de leurs noms, comme {one}, ne touche que celui-là.',
  covers: (held, shown) =>
    `Elle touche ${count(held, { one: '# mention en attente', other: '# mentions en attente' })} et ${count(shown, { one: '# affichée', other: '# affichées' })}.`,
  partial: 'Seules les dix mille plus récentes ont été regardées.',
  atOnce:
    'Celles qui attendent sont décidées aussitôt ; celles qui sont affichées restent jusqu’à ce que vous en décidiez.',
  everybody: 'Je veux dire tout le monde sous ce nom',
  make: 'Créer cette règle',
  ratherNot: 'Plutôt pas',
  none: 'Pas encore de règles sur {site}.',
  remove: 'Supprimer',
  removeOne: (value) => `Supprimer la règle pour ${value}`,
  done: {
    made: 'La règle est créée.',
    removed: 'La règle est supprimée, et ce qu’elle a refusé vous attend de nouveau.',
    subscribed: 'L’abonnement est pris ; la liste est en cours de lecture.',
    known: 'Vous êtes déjà abonné à cette liste.',
    unsubscribed: 'La liste est supprimée, avec tous ses domaines.',
  },
  decided: (mentions) => count(mentions, { one: 'Elle a décidé de # mention.', other: 'Elle a décidé de # mentions.' }),
};
