import type { Dictionary } from '../dictionary.ts';

export const build: Dictionary['build'] = {
  link: 'Aviso de compilación',
  titleOf: 'Aviso de compilación de {site}',
  what: 'Un sitio que se compila muestra las menciones nuevas tras la siguiente compilación. Cuando una mención aparece, cambia o desaparece, se llama a la dirección de abajo: un minuto después, para que diez aprobaciones sean una sola compilación, y como mucho una vez cada cinco minutos.',
  none: 'Todavía no se avisa a nadie.',
  isAt: (host, end) => `Se avisa a ${host}, en una dirección que termina en «${end}».`,
  last: (moment) => `La última vez, ${moment}:`,
  url: 'Dirección a la que llamar',
  urlHint:
    'Un build hook de Netlify o un deploy hook de Cloudflare Pages, https://api.github.com/repos/…/dispatches o cualquier otra dirección. Quien la conozca puede iniciar compilaciones.',
  token: 'Token',
  tokenHint:
    'Para GitHub: uno que pueda escribir contenidos (o acciones, para un workflow). Los demás no necesitan ninguno.',
  noUrl: 'Esto no es una dirección web como https://api.netlify.com/build_hooks/….',
  noToken: 'GitHub no acepta llamadas sin token: crea uno que pueda escribir contenidos de ese repositorio.',
  badToken: 'Un token tiene letras, cifras y signos, y ningún espacio: cópialo de nuevo.',
  save: 'Guardar',
  now: 'Compilar ahora',
  turnOff: 'Desactivar',
  back: 'Volver a los sitios',
  saved: 'Guardado.',
  asked: 'Se pide una compilación; lo que resulte se verá aquí en un momento.',
  off: 'Desactivado: ya no se avisa a nadie.',
};
