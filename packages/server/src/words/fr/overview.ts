import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const overview: Dictionary['overview'] = {
  title: 'Aperçu',
  site: 'Site',
  all: 'tous les sites',
  period: 'Des derniers',
  days: (number) => count(number, { one: '# jour', other: '# jours' }),
  show: 'Montrer',
  waiting: (number) =>
    count(number, {
      none: 'Rien n’attend votre décision.',
      one: '[Une mention attend] votre décision.',
      other: '[# mentions attendent] votre décision.',
    }),
  arrivals: 'Ce qui est arrivé, et ce qu’il en est advenu',
  arrivalsNote:
    'Par jour d’arrivée (UTC). Une décision prise plus tard compte aussi pour ce jour. Ce qui a été effacé à cause de son âge compte toujours.',
  spamShare: 'Part de spam dans ce qui est arrivé',
  deliveries: 'Ce qui a été annoncé, et ce qu’il en est advenu',
  targets: 'Pages vers lesquelles on fait le plus de liens',
  sources: 'Domaines qui font le plus de liens',
  onlyApproved: 'Mentions approuvées seulement.',
  nothingApproved: 'Rien de ce qui est arrivé ces jours-ci n’est approuvé.',
  nothingTold: 'Rien n’a été annoncé ces jours-ci.',
  asTable: 'Les chiffres',
  day: 'Jour',
  total: 'Tout',
  outcome: {
    approved: 'Approuvées',
    pending: 'En attente',
    rejected: 'Rejetées',
    spam: 'Spam',
    absent: 'Sans lien',
    refused: 'Refusées',
  },
  page: 'Page',
  domain: 'Domaine',
  mentions: 'Mentions',
  share: 'Spam',
  queue: 'Ce qui attend son tour',
  nothingQueued: 'Rien n’est en retard : tout ce qui pouvait être fait est fait.',
  work: 'Travail',
  overdue: 'Pourrait être fait maintenant',
  oldest: 'Le plus ancien depuis',
  jobs: {
    verify: 'Regarder des pages',
    deliver: 'Prévenir les autres',
    map: 'Lire vos plans de site',
    watch: 'Surveiller vos flux',
    hook: 'Rappeler des programmes',
    notice: 'Envoyer des avis',
    avatar: 'Chercher des photos d’auteurs',
    chore: 'Tâches ménagères',
  },
  empty: 'Aucune mention n’est encore arrivée',
  emptyWhat: 'Deux choses, et cette page se remplit toute seule :',
  emptyInvite: '[Copiez une ligne dans l’en-tête de vos pages], pour que d’autres blogs vous trouvent.',
  emptyTell:
    'Faites un lien vers une de vos pages depuis n’importe quelle autre, puis prévenez-nous : avec `npx hearback send` suivi de l’adresse de cette page, ou depuis un blog qui envoie des pingbacks.',
  emptyDemo: 'Pour tout voir fonctionner d’abord, lancez `npx hearback demo` : deux petits blogs sur votre machine.',
};
