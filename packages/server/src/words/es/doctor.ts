import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const doctor: Dictionary['doctor'] = {
  title: '¿Por qué no llega?',
  what: 'Se consulta una página tuya como la consultan otros: cómo nombra sus endpoints y cómo responden.',
  address: 'Dirección de tu página',
  note: 'Una página de uno de tus sitios.',
  look: 'Examinar',
  tryIt: 'Enviar notificaciones de prueba',
  tryNote:
    'Una prueba recorre todo el camino desde aquí hasta los endpoints que nombra la página. No es una mención y nadie la ve.',
  notOurs: 'Ninguno de tus sitios tiene esta dirección.',
  sound: 'Nada habla en contra de la página.',
  problems: (many) =>
    count(many, {
      one: 'Hay algo que impide que lleguen las notificaciones.',
      other: 'Hay # cosas que impiden que lleguen las notificaciones.',
    }),
  warnings: (many) =>
    count(many, {
      one: 'Hay algo que podría estar mejor.',
      other: 'Hay # cosas que podrían estar mejor.',
    }),
  endpoints: 'Sus endpoints',
  none: 'La página no nombra ninguno.',
  problem: 'Falla',
  warning: 'Podría estar mejor',
  why: 'Por qué importa',
  todo: 'Qué hacer',
  asSource: 'como página que enlaza a otras',
  tests: 'Pruebas',
  arrived: 'llegó aquí',
  sent: 'aceptada por otro servidor',
  failed: 'falló',
  nothingSent: 'No se envió nada.',
  trace: 'Qué fue de ella',
  link: '¿Algo no llegó? Examina una página.',
  thePage: 'La página',
  theEndpoint: 'El punto de acceso {protocol} {url}',
};
