import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const deliveries: Dictionary['deliveries'] = {
  title: 'Envíos',
  again: (deliveries) => count(deliveries, { one: 'Se repite # envío.', other: 'Se repiten # envíos.' }),
  preview: 'Ver a quién avisaría una entrada',
  dontTell: 'A quién no avisar',
  outcome: 'Resultado',
  any: 'cualquiera',
  by: 'Por',
  host: 'Servidor',
  post: 'Tu entrada',
  itsAddress: 'su dirección',
  show: 'Mostrar',
  told: 'Avisado',
  why: 'Por qué',
  when: 'Cuándo',
  older: 'Más antiguos',
  nothingFits: 'No se envió nada que coincida.',
  nothing:
    'Aún no se ha enviado nada. Activa los envíos para un [sitio], o ejecuta `npx hearback send` seguido de la dirección de una página.',
  resendFailed: 'Repetir todos los fallidos',
  one: 'Envío',
  tryNow: 'Intentar ahora',
  sendAgain: 'Enviar otra vez',
  from: 'De',
  to: 'A',
  endpoint: 'Endpoint',
  lenient: '(su anuncio no cumple la especificación; lo leemos de todos modos)',
  answer: 'Respuesta',
  fault: (code) => `fallo ${code}`,
  callback: 'Informa del resultado a',
  tries: 'Intentos',
  begun: 'Empezado',
  changed: 'Último cambio',
  problem: {
    status: '«Resultado» es uno de los de la lista.',
    protocol: '«Por» es uno de los de la lista.',
    host: '«Servidor» es un nombre de host, con su puerto si tiene uno propio.',
    from: '«De» es un día del calendario, como 2026-11-25.',
    to: '«A» es un día del calendario, como 2026-11-25.',
    post: '«Tu entrada» es la dirección de una página, como https://tu.example/articulo.',
  },
};
