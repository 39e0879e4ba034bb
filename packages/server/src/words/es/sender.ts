import type { Dictionary } from '../dictionary.ts';

export const sender: Dictionary['sender'] = {
  received: 'Recibida.',
  linked: 'La página se ha leído y enlaza ahí.',
  steps: 'Qué ha pasado',
  todo: 'Qué puedes hacer',
  reason: {
    checking: {
      title: 'En comprobación',
      sentence:
        'Se ha recibido. La página que enlaza se lee pronto; si a su servidor se le pregunta a menudo, tarda hasta una hora o más.',
      todo: 'Nada: vuelve a mirar aquí más tarde.',
    },
    published: {
      title: 'Publicada',
      sentence: 'Está publicada.',
      todo: 'Nada.',
    },
    review: {
      title: 'En manos del propietario del sitio',
      sentence:
        'La página se ha leído y enlaza ahí. El propietario del sitio decide qué se muestra: no se muestra, o todavía no.',
      todo: 'Nada. Enviarla otra vez no cambia nada.',
    },
    'no-link': {
      title: 'Sin enlace',
      sentence: 'La página se ha leído y no se ha encontrado en ella ningún enlace a esa dirección.',
      todo: 'Pon el enlace en el HTML que envía tu servidor, dentro del primer 1 MiB, con la dirección tal como se envió; después envíala otra vez.',
    },
    gone: {
      title: 'La página no está',
      sentence: 'El servidor de la página ha respondido que no está (404 o 410).',
      todo: 'Publica la página o mira si su dirección es correcta; después envíala otra vez.',
    },
    'no-page': {
      title: 'No es una página',
      sentence: 'En esa dirección no hay una página en la que se busquen enlaces.',
      todo: 'Envía la dirección de una página en HTML.',
    },
    answered: {
      title: 'Ninguna página que leer',
      sentence:
        'El servidor de la página ha respondido, pero no con la página: con un error, un inicio de sesión o una pregunta que solo responden los navegadores.',
      todo: 'Deja que los programas lean la página sin iniciar sesión y envíala otra vez. Los errores de un servidor se reintentan solos.',
    },
    unread: {
      title: 'Sin leer',
      sentence: 'La página no se ha leído: no se pudo llegar a ella desde aquí, o no es de las que este sitio acepta.',
      todo: 'Mira si todo el mundo puede abrir la página en esta dirección, por http o https en el puerto habitual; después envíala otra vez. A nadie se le dice más.',
    },
    lost: {
      title: 'El enlace ya no está',
      sentence: 'El enlace estaba y ya no está.',
      todo: 'Ponlo de nuevo y envíala otra vez.',
    },
  },
};
