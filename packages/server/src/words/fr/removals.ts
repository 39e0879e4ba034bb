import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

/** Whom somebody asked to have removed. */
export const removals: Dictionary['removals'] = {
  title: 'Retiré à la demande',
  what: 'Ce qui venait d’une page, d’un hôte ou d’un auteur est supprimé pour de bon, avec toute trace, et n’entre plus : ni par une nouvelle notification, ni par une importation, ni par un autre regard, ni par un visiteur. Il ne reste ici qu’une empreinte qui permet de le reconnaître ; rien ne dit qui c’était.',
  kind: 'Quoi',
  kinds: {
    page: 'Une page',
    host: 'Un hôte et tout ce qui est dessous',
    author: 'Un auteur, par l’adresse de sa page ou son nom entier',
  },
  value: 'Adresse, hôte ou nom',
  neither: 'Ce n’est ni une telle adresse, ni un hôte, ni un nom.',
  own: 'C’est l’un de vos propres sites ; rien n’a été supprimé.',
  suffix:
    'Tout le monde peut avoir un site sous ce nom, et tous disparaîtraient. Nommez-en un seul ; « hearback forget --whole-suffix » les prend tous.',
  wish: 'À la demande',
  wishes: {
    theirs: 'de la personne concernée',
    owner: 'de moi-même',
    authority: 'd’une autorité',
  },
  sure: 'Je sais que cela ne peut pas être annulé.',
  notSure: 'Cochez que vous le savez.',
  remove: 'Supprimer pour de bon',
  receipt: 'Reçu',
  receiptWhat:
    'Copiez-le maintenant et donnez-le à qui l’a demandé : il n’est montré que cette fois, et rien ici ne garde qui c’était.',
  when: 'Quand',
  number: 'Numéro',
  erased: 'Supprimé',
  mentions: (n: number) => count(n, { one: '# mention', other: '# mentions' }),
  deliveries: (n: number) => count(n, { one: '# envoi', other: '# envois' }),
  refusals: (n: number) => count(n, { one: '# refus', other: '# refus' }),
  backups: 'Les sauvegardes le contiennent encore jusqu’à leur expiration.',
  howToLift:
    'Lever l’interdiction par son numéro, sur cette page ou avec `hearback forget lift`, le laisse entrer de nouveau. Ce qui est supprimé le reste.',
  listed: 'Ce qui n’entre plus',
  nothing: 'Personne n’a été retiré.',
  lift: 'Laisser entrer de nouveau',
  lifted: 'Levé : il peut entrer de nouveau. Ce qui est supprimé le reste.',
  liftOne: (id: string) => `Laisser entrer de nouveau : ${id}`,
};
