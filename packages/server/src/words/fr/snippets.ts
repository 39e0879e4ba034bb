import type { Dictionary } from '../dictionary.ts';

export const snippets: Dictionary['snippets'] = {
  find: 'Permettre aux autres blogs de vous trouver',
  head: 'Dans l’en-tête (head) de chaque page, tel quel :',
  headers:
    'Et, si votre serveur permet d’ajouter des en-têtes HTTP, la même chose là (certains programmes ne lisent que ceux-ci) :',
  rdf: 'Pour les blogs qui envoient des TrackBacks, dans chaque billet : chacun avec sa propre adresse à la place de celle-ci (après target=, en encodage pourcent) et son propre titre, où deux traits d’union ne peuvent se suivre.',
  beacon:
    'Pour apprendre les liens que personne n’annonce, à la fin de chaque page : il signale d’où vient un visiteur. (`hearback refback FILE` lit la même chose dans le journal d’accès de votre serveur.)',
  off: 'La réception est désactivée pour ce site, il n’y a donc rien à copier : ses pages ne doivent pas inviter à ce qui serait refusé. Activez-la ci-dessus.',
  show: 'Afficher les mentions',
  widget: 'Là où elles doivent apparaître sous un billet :',
  fragment: 'Ou sans scripts : mettez dans la page ce que cette adresse répond quand vous la construisez.',
  welcome: 'Vous y êtes. Il reste une chose : copiez la première ligne ci-dessous dans l’en-tête de vos pages.',
  noSite:
    'Il n’y a pas encore de site. Démarrez le serveur avec `--site https://your.example`, ou lancez `npx hearback site add`.',
};
