import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const refused: Dictionary['refused'] = {
  title: 'Rechazos',
  what: 'Notificaciones que no necesitaban ninguna decisión tuya. Se olvidan al cabo de un tiempo.',
  nothing: 'No se ha rechazado nada.',
  older: 'Más antiguas',
  newest: 'Volver a las más nuevas',
  from: 'De',
  about: 'Sobre',
  why: 'Por qué',
  when: 'Cuándo',
  repeated: (times) => count(times, { one: 'Repetida una vez.', other: 'Repetida # veces.' }),
  noLink: 'La página se revisó y no enlaza a la tuya.',
  details: 'Detalles',
};
