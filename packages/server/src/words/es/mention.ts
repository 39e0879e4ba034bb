import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const mention: Dictionary['mention'] = {
  title: 'Mención',
  shown: 'Los lectores la ven bajo la página.',
  linkless: 'Aprobada, pero no se muestra porque su enlace no está.',
  hidden: 'Los lectores no la ven.',
  from: 'De',
  leadsTo: 'Lleva a',
  about: 'Sobre',
  name: 'Título',
  author: 'Autor',
  passage: 'Pasaje',
  published: 'Publicado',
  why: 'Por qué',
  links: 'Enlaces',
  withoutWords: 'sin palabras',
  marked: '(marcado como {rel})',
  matches: 'Coincide',
  match: {
    L0: 'letra por letra',
    L1: 'tras la escritura que usan los navegadores',
    L2: 'tras quitar diferencias que no significan nada',
    L3: 'salvo http o https',
    L4: 'salvo la parte detrás de #',
    L5: 'salvo una barra final o www.',
    L6: 'por otra dirección de la misma página',
  },
  answer: 'Respuesta',
  noindex: 'pide a los buscadores que no la incluyan',
  language: 'idioma {code}',
  callsItself: 'Se llama a sí misma',
  announced: 'Anunciada',
  announcedBy: 'por {protocols}, {when}',
  again: (times) => count(times, { one: '; otra vez más, la última {when}', other: '; # veces más, la última {when}' }),
  firstSeen: 'Vista por primera vez',
  lastSeen: 'Vista por última vez',
  lastChecked: 'Última revisión',
  firstPublished: 'Primera publicación',
  undo: 'Deshacer',
};
