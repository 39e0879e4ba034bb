import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const site: Dictionary['site'] = {
  settingsOf: 'Ajustes de {name}',
  idHint: 'El identificador de un sitio, como en la lista de sitios: example.org',
  findHint: 'Buscar un sitio por su nombre o dirección',
  find: 'Buscar',
  more: 'Más sitios',
  noneFound: 'Ningún sitio tiene eso en su nombre o dirección.',
  oneAtATime: 'Con más de cincuenta sitios se muestra uno cada vez.',
  settings: 'Ajustes',
  saved: 'Guardado.',
  notSaved: 'Aún no se guardó nada: mira lo que aparece junto a los campos.',
  fixed: 'Fijado en la configuración; se cambia allí.',
  someFixed: 'Lo que está en el archivo de configuración no se puede cambiar aquí: manda el archivo.',
  receiving: 'Recibir',
  receive: 'Recibir: otros blogs pueden avisarnos de que enlazan aquí',
  by: 'Por',
  byHint: 'Lo que está desactivado no se ofrece en tus páginas y se rechaza si llega. Lo que ya llegó se queda.',
  closeAfter: 'Las páginas dejan de aceptar menciones después de estos días',
  closeAfterHint:
    'Se cuenta desde la fecha que da el feed o el mapa del sitio. 0 no las cierra nunca. Una página que activaste por separado sigue abierta.',
  undated: 'Páginas cuya fecha no se conoce',
  undatedOpen: 'siguen abiertas',
  undatedClosed: 'no aceptan menciones',
  dated: (known, all) =>
    `${count(known, { none: 'Ninguna página tiene', one: 'Una página tiene', other: '# páginas tienen' })} fecha conocida, de ${count(all, { one: '#', other: '#' })} en el mapa.`,
  pages: 'Activar y desactivar páginas sueltas',
  shown: 'Quién se muestra sin que decidas',
  mode: {
    all: 'Nadie: todo te espera, también lo que una regla permite',
    rules: 'A quien permite una de tus reglas',
    first: 'También a quien ya aprobaste en este sitio: solo esperan los nuevos',
  },
  modeHint:
    'Los bloqueos y silencios valen siempre. Los servidores donde escribe mucha gente, como medium.com, cuentan cada vez como nuevos.',
  sending: 'Enviar',
  tell: 'Avisar a las páginas que este sitio enlaza',
  tellAutomatic: 'solo, cada vez que una entrada es nueva o cambia',
  tellAsked: 'solo cuando ejecuto «hearback send»',
  tellNever: 'nunca',
  links: 'Qué enlaces se avisan',
  linksIn: 'Solo los de estas partes de una página',
  linksNotIn: 'Y nunca los de estas',
  linksInternal: 'También enlaces a páginas de este sitio',
  linksNofollow: 'También enlaces marcados «nofollow»',
  keeping: 'Cuánto se guardan las cosas, en días',
  keepingHint: '0 guarda para siempre. Lo que los lectores vieron alguna vez no se borra aquí.',
  keep: {
    spam: 'Spam',
    rejected: 'Lo que rechazaste',
    refused: 'Lo que no se dejó entrar',
    traces: 'Pasos de un rastro, salvo las decisiones',
  },
  refusedHint: 'De 1 a 30, y como mucho los 10.000 más recientes.',
  save: 'Guardar',
  wholeNumber: (least, most) => `Escribe un número entero de ${least} a ${most}.`,
  badSelector: 'Escribe selectores sencillos como article, .post-body o #content, varios con comas.',
  noProtocol: 'Deja uno activado o desactiva arriba la recepción.',
  rules: (number) => count(number, { none: 'aún sin reglas', one: 'una regla', other: '# reglas' }),
  rulesHint: 'A quién se permite, silencia o bloquea siempre aquí: {rules}.',
  reasons: 'Decir a quien avisa por qué no se muestra su aviso',
  reasonsHint:
    'En la página que se le indicó: los pasos de su propio aviso y qué puede hacer. Nunca qué regla tuya lo retuvo ni qué hay en tu red. Desactivado, todos oyen lo mismo.',
};
