import type { Dictionary } from '../dictionary.ts';

export const build: Dictionary['build'] = {
  link: 'Appel de compilation',
  titleOf: 'Appel de compilation de {site}',
  what: 'Un site compilé montre les nouvelles mentions après la compilation suivante. Quand une mention apparaît, change ou disparaît, l’adresse ci-dessous est appelée : une minute plus tard, pour que dix approbations ne fassent qu’une compilation, et au plus une fois toutes les cinq minutes.',
  none: 'Personne n’est encore prévenu.',
  isAt: (host, end) => `${host} est prévenu, à une adresse qui se termine par « ${end} ».`,
  last: (moment) => `La dernière fois, ${moment} :`,
  url: 'Adresse à appeler',
  urlHint:
    'Un build hook de Netlify ou un deploy hook de Cloudflare Pages, https://api.github.com/repos/…/dispatches, ou toute autre adresse. Qui la connaît peut lancer des compilations.',
  token: 'Jeton',
  tokenHint:
    'Pour GitHub : un jeton qui peut écrire les contenus (ou les actions, pour un workflow). Les autres n’en demandent pas.',
  noUrl: 'Ce n’est pas une adresse web comme https://api.netlify.com/build_hooks/….',
  noToken: 'GitHub n’accepte aucun appel sans jeton : créez-en un qui peut écrire les contenus de ce dépôt.',
  badToken: 'Un jeton se compose de lettres, de chiffres et de signes, sans espace : copiez-le de nouveau.',
  save: 'Enregistrer',
  now: 'Compiler maintenant',
  turnOff: 'Désactiver',
  back: 'Retour aux sites',
  saved: 'Enregistré.',
  asked: 'Une compilation est demandée ; le résultat s’affiche ici dans un instant.',
  off: 'Désactivé : plus personne n’est prévenu.',
};
