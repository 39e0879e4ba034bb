import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const showing: Dictionary['showing'] = {
  groups: {
    likes: 'Me gusta',
    reposts: 'Compartidos',
    bookmarks: 'Marcadores',
    replies: 'Respuestas',
    mentions: 'Menciones',
  },
  verbs: {
    mention: 'mencionó esto',
    reply: 'respondió',
    like: 'indicó que le gusta',
    repost: 'compartió esto',
    bookmark: 'guardó esto',
    rsvp: 'contestó a la invitación',
  },
  empty: 'Nadie ha mencionado esta página todavía.',
  showMore: 'Mostrar más',
  andMore: (n: number) => count(n, { one: 'Y # más.', other: 'Y # más.' }),
  mentions: (n: number) => count(n, { one: '# mención', other: '# menciones' }),
  feed: 'Menciones de {name}',
  desk: {
    avatars: 'Guardar copias pequeñas de las fotos de los autores cuyas menciones se muestran',
    follow: 'Dejar que los buscadores sigan sus enlaces',
    unfollow: 'No seguir más sus enlaces',
    followed: 'Los enlaces de quienes permite esa regla se muestran sin `nofollow` ni `ugc`.',
    unfollowed: 'Los enlaces de quienes permite esa regla llevan otra vez `nofollow` y `ugc`, como todos los demás.',
    feeds:
      'En el head de tus páginas, para que los lectores de feeds encuentren las menciones. También está `feed.rss`; con `target=URL` en lugar de `site=` es el feed de una sola página:',
    badge: 'Cuántas menciones tiene una página, como imagen pequeña:',
    place: 'En tu hoja de estilo, para que nada se mueva cuando lleguen las menciones:',
  },
};
