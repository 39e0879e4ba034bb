import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const deliveries: Dictionary['deliveries'] = {
  title: 'Envois',
  again: (deliveries) => count(deliveries, { one: '# envoi est relancé.', other: '# envois sont relancés.' }),
  preview: 'Voir qui un billet avertirait',
  dontTell: 'Qui ne pas avertir',
  outcome: 'Résultat',
  any: 'tous',
  by: 'Par',
  host: 'Hôte',
  post: 'Votre billet',
  itsAddress: 'son adresse',
  show: 'Afficher',
  told: 'Averti',
  why: 'Pourquoi',
  when: 'Quand',
  older: 'Plus anciens',
  nothingFits: 'Rien de tel n’a été envoyé.',
  nothing:
    'Rien n’a encore été envoyé. Activez l’envoi pour un [site], ou lancez `npx hearback send` suivi de l’adresse d’une page.',
  resendFailed: 'Relancer tous ceux qui ont échoué',
  one: 'Envoi',
  tryNow: 'Essayer maintenant',
  sendAgain: 'Envoyer de nouveau',
  from: 'De',
  to: 'À',
  endpoint: 'Point d’entrée',
  lenient: '(son annonce ne respecte pas la spécification ; nous la lisons tout de même)',
  answer: 'Réponse',
  fault: (code) => `erreur ${code}`,
  callback: 'Informe du résultat',
  tries: 'Essais',
  begun: 'Commencé',
  changed: 'Dernier changement',
  problem: {
    status: '« Résultat » est l’un de ceux de la liste.',
    protocol: '« Par » est l’un de ceux de la liste.',
    host: '« Hôte » est un nom d’hôte, avec son port s’il en a un à lui.',
    from: '« De » est un jour du calendrier, comme 2026-11-25.',
    to: '« À » est un jour du calendrier, comme 2026-11-25.',
    post: '« Votre billet » est l’adresse d’une page, comme https://vous.example/article.',
  },
};
