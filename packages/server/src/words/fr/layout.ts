import type { Dictionary } from '../dictionary.ts';

export const layout: Dictionary['layout'] = {
  skip: 'Aller au contenu',
  desk: 'Bureau',
  logOut: 'Se déconnecter',
  language: 'Langue',
  change: 'Changer',
  sections: {
    inbox: 'Boîte de réception',
    deliveries: 'Envois',
    refused: 'Refus',
    rules: 'Règles',
    limits: 'Limites',
    sites: 'Sites',
    notices: 'Avis',
    tokens: 'Jetons',
    audit: 'Journal',
  },
  justNow: 'à l’instant',
};
