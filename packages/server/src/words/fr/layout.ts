import type { Dictionary } from '../dictionary.ts';

export const layout: Dictionary['layout'] = {
  skip: 'Aller au contenu',
  desk: 'Bureau',
  logOut: 'Se déconnecter',
  language: 'Langue',
  change: 'Changer',
  sections: {
    overview: 'Aperçu',
    inbox: 'Boîte de réception',
    links: 'Liens',
    deliveries: 'Envois',
    refused: 'Refus',
    rules: 'Règles',
    limits: 'Limites',
    sites: 'Sites',
    notices: 'Avis',
    people: 'Personnes',
    tokens: 'Jetons',
    audit: 'Journal',
    account: 'Vous',
  },
  justNow: 'à l’instant',
};
