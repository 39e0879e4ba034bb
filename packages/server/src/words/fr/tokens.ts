import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const tokens: Dictionary['tokens'] = {
  title: 'Jetons',
  what: 'Un jeton permet à un programme d’agir pour vous. Il est envoyé dans un en-tête, `Authorization: Bearer hb_…` ; dans une adresse, seul en est accepté un qui ne peut que lire.',
  made: 'Le jeton {name}. Copiez-le maintenant : il n’est montré que cette fois.',
  revoked: 'Révoqué : il n’ouvre plus rien.',
  nameNeeded: 'Donnez au jeton un nom de 1 à 100 caractères.',
  scopeNeeded: 'Cochez ce que le jeton peut faire.',
  siteGone: 'Ce site n’existe plus.',
  tooMany: (most) =>
    count(most, {
      one: 'Il y a déjà # jeton : révoquez-le d’abord.',
      other: 'Il y a déjà # jetons : révoquez-en un d’abord.',
    }),
  name: 'Nom',
  may: 'Peut',
  site: 'Site',
  lastUsed: 'Dernière utilisation',
  all: 'tous',
  madeBy: 'Créé par',
  commandLine: 'une commande',
  noLonger: (scopes) => `plus ${scopes} : qui l’a créé ne le peut pas`,
  never: 'jamais',
  revoke: 'Révoquer',
  revokeOne: (name) => `Révoquer ${name}`,
  action: 'Action',
  fresh: 'Un nouveau jeton',
  nameHint: 'À quoi il sert, pour que vous sachiez lequel révoquer.',
  itMay: 'Il peut',
  scopes: {
    read: 'Tout lire : aussi ce qui attend, ce qui est rejeté et envoyé, avec les raisons',
    moderate: 'Décider : approuver, rejeter, marquer comme indésirable',
    send: 'Annoncer des pages de mes sites',
    import: 'Importer des fichiers d’ailleurs : ce qui y était public peut devenir public ici',
    feed: 'Lire le flux de ce qui attend, par une adresse qui contient le jeton (seulement s’il ne peut rien d’autre)',
  },
  for: 'Pour',
  allSites: 'tous les sites',
  make: 'Le créer',
};
