import type { Dictionary } from '../dictionary.ts';

export const preview: Dictionary['preview'] = {
  title: 'Qui un billet avertirait',
  address: 'Adresse de votre billet',
  note: 'Ses liens sont regardés, et personne n’est averti.',
  look: 'Regarder',
  noLinks: 'La page n’a aucun lien dont on puisse avertir quelqu’un.',
  link: 'Lien',
  whatWill: 'Ce qui se passera',
  toldBy: (protocol) => `Averti par ${protocol}`,
  told: 'Averti',
  nothingMore: (state: string) => `Rien de plus (${state})`,
  endpoint: 'Point d’entrée',
  none: 'aucun',
  why: 'Pourquoi',
  tellThem: 'Les avertir',
};
