import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const report: Dictionary['report'] = {
  title: (site, days) => `Enlaces a ${site}, ${days}`,
  subject: (title, counts) => `${title}: ${counts}`,
  counted: (what, number) => `${what}: ${number}`,
  nothing: 'En estos días ningún enlace es nuevo, se ha perdido, ha vuelto o ha cambiado.',
  parts: {
    new: 'Enlaces nuevos',
    lost: 'Enlaces perdidos',
    recovered: 'Enlaces que han vuelto',
    changed: 'Enlaces que han cambiado',
  },
  many: {
    new: (n) => count(n, { one: '# nuevo', other: '# nuevos' }),
    lost: (n) => count(n, { one: '# perdido', other: '# perdidos' }),
    recovered: (n) => count(n, { one: '# recuperado', other: '# recuperados' }),
    changed: (n) => count(n, { one: '# cambiado', other: '# cambiados' }),
  },
  live: 'Enlaces que están ahora',
  domains: 'La mayoría de los enlaces nuevos viene de',
  pages: 'La mayoría de los enlaces nuevos lleva a',
  visits: 'La mayoría de las visitas llegó por',
  more: (n) => `Y ${n} más.`,
  settings: 'Cada cuánto llega esto',
  page: 'Informe por correo',
  lead: 'Lo que dice el correo, hecho ahora.',
  of: 'De',
  periods: {
    weekly: 'la semana pasada',
    'weekly-now': 'esta semana hasta ahora',
    monthly: 'el mes pasado',
    'monthly-now': 'este mes hasta ahora',
  },
  asText: 'El correo como texto',
  to: 'Enviar a',
  send: 'Enviar ahora',
  sent: 'Enviado.',
  notSent: 'No se ha enviado.',
  nobody: 'Todavía no se avisa a nadie por correo. [Añadir una dirección].',
  often: {
    never: 'No se envía solo. [Elegir cada cuánto].',
    weekly: 'Se envía cada semana. [Cambiarlo].',
    monthly: 'Se envía cada mes. [Cambiarlo].',
  },
  howOften: 'Informe de enlaces por correo',
  paces: { never: 'nunca', weekly: 'cada semana', monthly: 'cada mes' },
  howOftenHint:
    'La mañana después del último día, a las direcciones de correo de los avisos que lo piden. Si no pasó nada, no se envía nada.',
  zone: 'Zona horaria de sus semanas y meses',
};
