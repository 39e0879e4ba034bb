import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const ownPages: Dictionary['ownPages'] = {
  titleOf: (site) => `Pages de ${site}`,
  heading: 'Pages de {site}',
  none: 'Aucune page n’est connue.',
  more: 'Plus de pages',
  page: 'Page',
  receives: 'Reçoit',
  sends: 'Envoie',
  gone: '(disparue)',
  yes: 'Oui',
  no: 'Non',
  turnOn: 'Activer',
  turnOff: 'Désactiver',
  follow: 'Comme le site',
  receivingFor: (page) => `réception pour ${page}`,
  sendingFor: (page) => `envoi pour ${page}`,
  known: (pages) =>
    count(pages, {
      one: '[# page est connue] par son flux ou son plan de site ; rien d’autre n’est accepté comme cible.',
      other: '[# pages sont connues] par son flux ou son plan de site ; rien d’autre n’est accepté comme cible.',
    }),
  noMap:
    'Il n’y a pas de plan des pages de ce site, donc toute adresse sous lui est acceptée comme cible. Indiquez son flux ou son plan de site dans la configuration pour n’accepter que des pages qui existent, et pour en fermer certaines.',
};
