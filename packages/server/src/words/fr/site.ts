import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const site: Dictionary['site'] = {
  settingsOf: 'Réglages de {name}',
  idHint: 'L’identifiant d’un site, comme dans la liste des sites : example.org',
  findHint: 'Trouver un site par son nom ou son adresse',
  find: 'Trouver',
  more: 'Plus de sites',
  noneFound: 'Aucun site n’a cela dans son nom ni dans son adresse.',
  oneAtATime: 'De plus de cinquante sites, un seul est montré à la fois.',
  settings: 'Réglages',
  saved: 'Enregistré.',
  notSaved: 'Rien n’est encore enregistré : voyez ce qui est écrit à côté des champs.',
  fixed: 'Fixé dans la configuration, et à changer là-bas.',
  someFixed: 'Ce qui est dans le fichier de configuration ne peut pas être changé ici : le fichier l’emporte.',
  receiving: 'Réception',
  receive: 'Recevoir : d’autres blogs peuvent nous dire qu’ils font un lien ici',
  by: 'Par',
  byHint: 'Ce qui est désactivé n’est pas proposé sur vos pages, et refusé à l’arrivée. Ce qui est déjà là reste.',
  closeAfter: 'Les pages n’acceptent plus de mentions après tant de jours',
  closeAfterHint:
    'Compté à partir de la date du flux ou du plan du site. 0 ne les ferme jamais. Une page activée séparément reste ouverte.',
  undated: 'Pages dont la date n’est pas connue',
  undatedOpen: 'restent ouvertes',
  undatedClosed: 'n’acceptent aucune mention',
  dated: (known, all) =>
    `${count(known, { none: 'Aucune page n’a', one: 'Une page a', other: '# pages ont' })} une date connue, sur ${count(all, { one: '#', other: '#' })} dans le plan.`,
  pages: 'Activer ou désactiver des pages une à une',
  shown: 'Qui est montré sans votre décision',
  mode: {
    all: 'Personne : tout vous attend, même ce qu’une règle permet',
    rules: 'Qui est permis par une de vos règles',
    first: 'Aussi qui vous avez déjà approuvé sur ce site : seuls les nouveaux attendent',
  },
  modeHint:
    'Les blocages et les sourdines valent toujours. Les hôtes où beaucoup écrivent, comme medium.com, comptent chaque fois comme nouveaux.',
  sending: 'Envoi',
  tell: 'Prévenir les pages vers lesquelles ce site fait un lien',
  tellAutomatic: 'tout seul, dès qu’un article est nouveau ou changé',
  tellAsked: 'seulement quand je lance « hearback send »',
  tellNever: 'jamais',
  links: 'Quels liens sont annoncés',
  linksIn: 'Seulement ceux de ces parties d’une page',
  linksNotIn: 'Et jamais ceux de celles-ci',
  linksInternal: 'Aussi les liens vers des pages de ce site',
  linksNofollow: 'Aussi les liens marqués « nofollow »',
  keeping: 'Combien de temps les choses sont gardées, en jours',
  keepingHint: '0 garde pour toujours. Ce que les lecteurs ont vu une fois n’est jamais effacé ici.',
  keep: {
    spam: 'Spam',
    rejected: 'Ce que vous avez rejeté',
    refused: 'Ce qui n’est pas entré',
    traces: 'Étapes d’une trace, sauf les décisions',
  },
  refusedHint: 'De 1 à 30, et au plus les 10 000 plus récents.',
  save: 'Enregistrer',
  wholeNumber: (least, most) => `Donnez un nombre entier de ${least} à ${most}.`,
  badSelector: 'Donnez des sélecteurs simples comme article, .post-body ou #content, plusieurs par virgule.',
  noProtocol: 'Laissez-en un activé, ou désactivez la réception plus haut.',
  rules: (number) => count(number, { none: 'pas encore de règles', one: 'une règle', other: '# règles' }),
  rulesHint: 'Qui est ici toujours permis, mis en sourdine ou bloqué : {rules}.',
  reasons: 'Dire aux expéditeurs pourquoi leur annonce n’est pas montrée',
  reasonsHint:
    'Sur la page qui leur a été indiquée : les étapes de leur propre annonce, et ce qu’ils peuvent faire. Jamais laquelle de vos règles l’a retenue, ni ce qu’il y a dans votre réseau. Désactivé, tous entendent la même chose.',
};
