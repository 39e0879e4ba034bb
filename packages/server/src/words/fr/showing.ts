import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const showing: Dictionary['showing'] = {
  groups: {
    likes: 'J’aime',
    reposts: 'Partages',
    bookmarks: 'Favoris',
    replies: 'Réponses',
    mentions: 'Mentions',
  },
  verbs: {
    mention: 'a mentionné cette page',
    reply: 'a répondu',
    like: 'a aimé cette page',
    repost: 'a partagé cette page',
    bookmark: 'a gardé cette page',
    rsvp: 'a répondu à l’invitation',
  },
  empty: 'Personne n’a encore mentionné cette page.',
  showMore: 'Afficher plus',
  andMore: (n: number) => count(n, { one: 'Et # de plus.', other: 'Et # de plus.' }),
  mentions: (n: number) => count(n, { one: '# mention', other: '# mentions' }),
  feed: 'Mentions de {name}',
  desk: {
    avatars: 'Garder de petites copies des photos des auteurs dont les mentions sont affichées',
    follow: 'Laisser les moteurs de recherche suivre leurs liens',
    unfollow: 'Ne plus laisser suivre leurs liens',
    followed: 'Les liens de ceux que cette règle autorise sont affichés sans `nofollow` ni `ugc`.',
    unfollowed:
      'Les liens de ceux que cette règle autorise portent de nouveau `nofollow` et `ugc`, comme tous les autres.',
    feeds:
      'Dans le head de vos pages, pour que les lecteurs de flux trouvent les mentions. Il y a aussi `feed.rss` ; avec `target=URL` au lieu de `site=`, c’est le flux d’une page :',
    badge: 'Combien de mentions une page a, en petite image :',
    place: 'Dans votre feuille de style, pour que rien ne bouge quand les mentions arrivent :',
  },
};
