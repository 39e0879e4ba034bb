import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const doctor: Dictionary['doctor'] = {
  title: 'Pourquoi rien n’arrive ?',
  what: 'Une de vos pages est interrogée comme le font les autres : comment elle nomme ses points d’entrée, et comment ils répondent.',
  address: 'Adresse de votre page',
  note: 'Une page de l’un de vos sites.',
  look: 'Examiner',
  tryIt: 'Envoyer des notifications d’essai',
  tryNote:
    'Un essai fait tout le chemin d’ici aux points d’entrée que nomme la page. Ce n’est pas une mention, et personne ne le voit.',
  notOurs: 'Aucun de vos sites n’a cette adresse.',
  sound: 'Rien ne parle contre la page.',
  problems: (many) =>
    count(many, {
      one: 'Une chose empêche les notifications d’arriver.',
      other: '# choses empêchent les notifications d’arriver.',
    }),
  warnings: (many) =>
    count(many, {
      one: 'Une chose pourrait être mieux.',
      other: '# choses pourraient être mieux.',
    }),
  endpoints: 'Ses points d’entrée',
  none: 'La page n’en nomme aucun.',
  problem: 'Échoue',
  warning: 'Pourrait être mieux',
  why: 'Pourquoi cela compte',
  todo: 'Que faire',
  asSource: 'comme page qui renvoie à d’autres',
  tests: 'Essais',
  arrived: 'arrivé ici',
  sent: 'accepté par un autre serveur',
  failed: 'échoué',
  nothingSent: 'Rien n’a été envoyé.',
  trace: 'Ce qu’il en est advenu',
  link: 'Quelque chose n’est pas arrivé ? Examinez une page.',
  thePage: 'La page',
  theEndpoint: 'Le point d’accès {protocol} {url}',
};
