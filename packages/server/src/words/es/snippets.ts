import type { Dictionary } from '../dictionary.ts';

export const snippets: Dictionary['snippets'] = {
  find: 'Que otros blogs te encuentren',
  head: 'En la cabecera (head) de cada página, tal cual:',
  headers:
    'Y, si tu servidor te deja añadir cabeceras HTTP, lo mismo allí (algunos programas solo leen esas cabeceras):',
  rdf: 'Para los blogs que envían TrackBacks, en cada entrada: cada una con su propia dirección en vez de esta (detrás de target= con codificación de porcentaje) y su propio título, donde no puede haber dos guiones seguidos.',
  beacon:
    'Para enterarte de enlaces que nadie anuncia, al final de cada página: informa de dónde vino un visitante. (`hearback refback FILE` lee lo mismo del registro de accesos de tu servidor.)',
  off: 'La recepción está desactivada para este sitio, así que no hay nada que copiar: sus páginas no deben invitar a lo que se rechazaría. Actívala arriba.',
  show: 'Mostrar las menciones',
  widget: 'Donde deban aparecer bajo una entrada:',
  fragment: 'O sin scripts: pon en la página lo que responde esta dirección cuando la generas.',
  welcome: 'Ya estás dentro. Queda una cosa: copia la primera línea de abajo en la cabecera de tus páginas.',
  noSite:
    'Aún no hay ningún sitio. Inicia el servidor con `--site https://your.example`, o ejecuta `npx hearback site add`.',
};
