import type { Dictionary } from '../dictionary.ts';

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
};
